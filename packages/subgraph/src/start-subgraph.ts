import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
	ApolloServerPluginCacheControlDisabled,
	ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { sendErrors, serveGraphQL } from '@infinite-blob/graphql-http/serve-graphql';
import type { ReadinessCheck } from '@infinite-blob/service/health';
import type { Logger } from '@infinite-blob/service/logger';
import { type Registry, type Service, startService } from '@infinite-blob/service/start-service';
import { contextHeader, type RequestContext, verifyContext } from '@infinite-blob/session/request-context';
import { continueTrace, SpanKind, traceHeadersIn } from '@infinite-blob/telemetry/trace';
import { parse } from 'graphql';
import { cacheControl } from './cache-policy.ts';
import { maskErrors } from './mask-errors.ts';
import { sharedResolvers } from './scalars.ts';
import type { SubgraphContext } from './subgraph-context.ts';
import { serveSubscriptions } from './subscriptions.ts';

/** What makes one subgraph different from another. */
export interface SubgraphOptions<Context extends SubgraphContext> {
	name: string;
	host: string;
	port: number;
	logger: Logger;
	serviceSecret: string;
	/** The schema's file. */
	schema: URL;
	/** Resolvers of the subgraph's own; DateTime, URL and Money come along. */
	resolvers: object;
	/** Adds what the subgraph's resolvers need to what every request carries. */
	context: (request: SubgraphContext) => Context;
	checks?: Record<string, ReadinessCheck>;
	/** Where `/metrics` gets its figures. */
	metrics?: Registry;
	/** Other requests of the subgraph, such as files: signed by the gateway as well. */
	handle?: (
		request: IncomingMessage,
		response: ServerResponse,
		url: URL,
		context: RequestContext,
	) => boolean | Promise<boolean>;
	/** Serve the schema's subscriptions over graphql-ws at /graphql. */
	subscriptions?: boolean;
}

const bodyLimit = 32 * 1024 * 1024;

/**
 * Starts a subgraph: /graphql for the gateway and fellow services, whose signature each request must bear, beside
 * the service's health and metrics.
 */
export async function startSubgraph<Context extends SubgraphContext>(
	options: SubgraphOptions<Context>,
): Promise<Service> {
	const { name, logger, serviceSecret } = options;
	await using started = new AsyncDisposableStack();
	const schema = buildSubgraphSchema({
		typeDefs: parse(readFileSync(options.schema, 'utf8')),
		resolvers: { ...sharedResolvers, ...options.resolvers },
	});
	const apollo = new ApolloServer<Context>({
		schema,
		formatError: maskErrors(logger),
		// Guards against the browser are the gateway's; what is here answers only to a signature.
		csrfPrevention: false,
		introspection: true,
		stopOnTerminationSignals: false,
		logger,
		plugins: [
			cacheControl(schema),
			ApolloServerPluginCacheControlDisabled(),
			ApolloServerPluginInlineTraceDisabled(),
		],
	});
	await apollo.start();
	started.defer(() => apollo.stop());

	const contextOf = (header: string | undefined) => verifyContext(header, serviceSecret, Date.now());
	const service = await startService({
		name,
		host: options.host,
		port: options.port,
		logger,
		checks: options.checks ?? {},
		...(options.metrics && { metrics: options.metrics }),
		async handle(request, response, url) {
			const context = contextOf(request.headers[contextHeader] as string | undefined);
			if (!context) {
				const message = 'This service answers to the gateway alone. Send your request there.';
				sendErrors(request, response, 401, [{ message, extensions: { code: 'UNAUTHENTICATED' } }]);
				return true;
			}
			if (url.pathname === '/graphql') {
				const log = logger.child({ requestId: context.requestId });
				const full = options.context({ ...context, logger: log });
				const span = {
					name: 'POST /graphql',
					kind: SpanKind.SERVER,
					attributes: { 'http.route': '/graphql' },
				};
				await continueTrace(traceHeadersIn(request.headers), span, () =>
					serveGraphQL(apollo, request, response, { search: url.search, context: full, bodyLimit }),
				);
				return true;
			}
			return options.handle ? options.handle(request, response, url, context) : false;
		},
	});
	started.use(service);
	if (options.subscriptions) {
		started.use(
			serveSubscriptions(service.server, schema, contextOf, (context) =>
				options.context({ ...context, logger: logger.child({ requestId: context.requestId }) }),
			),
		);
	}
	const running = started.move();
	return {
		port: service.port,
		url: service.url,
		server: service.server,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
