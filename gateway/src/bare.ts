// Serves any supergraph with this gateway's execution and data sources, and nothing of the shop: to be audited against
// the federation specification and measured against other gateways.
//   node gateway/src/bare.ts --supergraph FILE --port N [--host ADDRESS] [--forward HEADER]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ApolloServer } from '@apollo/server';
import {
	ApolloServerPluginCacheControlDisabled,
	ApolloServerPluginLandingPageDisabled,
	ApolloServerPluginSchemaReportingDisabled,
	ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { serveGraphQL } from '@infinite-blob/graphql-http/serve-graphql';
import { runService } from '@infinite-blob/service/run-service';
import { startService } from '@infinite-blob/service/start-service';
import { stringifyResult } from './execution/json-text.ts';
import { apolloLogger } from './federation/apollo-logger.ts';
import { FederatedGateway } from './federation/federated-gateway.ts';
import type { SubgraphContext } from './federation/subgraph-data-source.ts';
import { Subgraphs } from './federation/subgraphs.ts';

const { values } = parseArgs({
	options: {
		supergraph: { type: 'string' },
		port: { type: 'string', default: '4000' },
		host: { type: 'string', default: '127.0.0.1' },
		// The one header of a request that its subgraphs get as well.
		forward: { type: 'string' },
	},
});

await runService('bare', async (logger) => {
	if (!values.supergraph) throw 'Name the supergraph: --supergraph FILE.';
	await using started = new AsyncDisposableStack();
	const subgraphs = started.use(new Subgraphs({ urls: {}, local: {}, timeoutMs: 10_000, logger }));
	const gateway = new FederatedGateway({
		sdl: readFileSync(values.supergraph, 'utf8'),
		connect: (supergraph) => subgraphs.connect(supergraph),
		logger: apolloLogger(logger),
	});
	const apollo = new ApolloServer<SubgraphContext>({
		gateway,
		introspection: true,
		includeStacktraceInErrorResponses: false,
		stopOnTerminationSignals: false,
		stringifyResult,
		plugins: [
			ApolloServerPluginCacheControlDisabled(),
			ApolloServerPluginLandingPageDisabled(),
			ApolloServerPluginUsageReportingDisabled(),
			ApolloServerPluginSchemaReportingDisabled(),
		],
	});
	await apollo.start();
	started.defer(() => apollo.stop());
	const forwarded = values.forward?.toLowerCase();
	started.use(
		await startService({
			name: 'bare',
			host: values.host,
			port: Number(values.port),
			logger,
			async handle(request, response, { pathname, search }) {
				if (pathname !== '/graphql' && pathname !== '/') return false;
				const value = forwarded && request.headers[forwarded];
				const headers: Record<string, string> = typeof value === 'string' ? { [forwarded!]: value } : {};
				const context = { subgraphHeaders: () => headers };
				await serveGraphQL(apollo, request, response, { search, context, bodyLimit: 16 * 1024 * 1024 });
				return true;
			},
		}),
	);
	return started.move();
});
