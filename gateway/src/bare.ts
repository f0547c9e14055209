// Serves any supergraph with this gateway's execution and data sources, and nothing of the shop: to be audited against
// the federation specification and measured against other gateways.
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
import { stringifyResult } from './execution/answer-json.ts';
import { apolloLogger } from './federation/apollo-logger.ts';
import { FederatedGateway } from './federation/federated-gateway.ts';
import type { SubgraphContext } from './federation/subgraph-data-source.ts';
import { Subgraphs } from './federation/subgraphs.ts';
import { usable } from './federation/supergraph-file.ts';

const usage =
	'Usage: node gateway/src/bare.ts --supergraph FILE [--port N] [--host ADDRESS] [--forward HEADER]';

/** @throws what is wrong, in a line */
function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				supergraph: { type: 'string' },
				port: { type: 'string', default: '4000' },
				host: { type: 'string', default: '127.0.0.1' },
				// The one header of a request that its subgraphs get as well.
				forward: { type: 'string' },
			},
		});
		if (!values.supergraph) throw new Error('Name a supergraph.');
		const port = Number(values.port);
		if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('The port is from 0 to 65535.');
		return { ...values, port, supergraph: values.supergraph };
	} catch (error) {
		const problem = (error as Error).message.replace(/\.?$/, '.');
		throw `${problem} ${usage}`;
	}
}

await runService('bare', async (logger) => {
	const { supergraph: file, port, host, forward } = readOptions();
	await using started = new AsyncDisposableStack();
	const subgraphs = started.use(new Subgraphs({ urls: {}, local: {}, timeoutMs: 10_000, logger }));
	const gateway = usable(`--supergraph ${file}`, () => {
		return new FederatedGateway({
			sdl: readFileSync(file, 'utf8'),
			connect: (supergraph) => subgraphs.connect(supergraph),
			logger: apolloLogger(logger),
		});
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
	const forwarded = forward?.toLowerCase();
	started.use(
		await startService({
			name: 'bare',
			host,
			port,
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
