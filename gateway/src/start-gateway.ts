import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from '@infinite-blob/service/logger';
import { startService } from '@infinite-blob/service/start-service';
import type { GatewayConfig } from './config.ts';
import { createErrorFormatter } from './errors.ts';
import { apolloLogger } from './federation/apollo-logger.ts';
import { FederatedGateway } from './federation/federated-gateway.ts';
import { Subgraphs } from './federation/subgraphs.ts';
import { createGraphQLServer } from './graphql-server.ts';
import { originsOf } from './http/cors.ts';
import { PassThrough } from './http/pass-through.ts';
import { createRoutes } from './http/routes.ts';
import { Webhooks } from './http/webhooks.ts';
import { createGatewayMetrics } from './metrics.ts';
import { sessionDataSource } from './session/session-data-source.ts';
import { serveSockets } from './sockets/serve-sockets.ts';
import { SubscriptionHub } from './subscriptions/subscription-hub.ts';
import { Upstreams } from './subscriptions/upstream.ts';

/** What subgraphs serve beside their GraphQL, by the first segment of the path. */
const passedThrough = { media: 'products', files: 'orders', ads: 'ads' };

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Gateway extends AsyncDisposable {
	port: number;
	/** `http://host:port` */
	url: string;
	metricsUrl: string;
}

/** Starts the gateway. Disposing it lets requests in hand finish and sends sockets elsewhere. */
export async function startGateway(config: GatewayConfig, logger: Logger): Promise<Gateway> {
	await using started = new AsyncDisposableStack();
	const { serviceSecret } = config;

	const metrics = createGatewayMetrics();
	const subgraphs = started.use(
		new Subgraphs({
			urls: config.subgraphUrls,
			local: { session: sessionDataSource(config.sessionSecret) },
			timeoutMs: config.subgraphTimeoutMs,
			logger,
			observe: metrics.countFetch,
		}),
	);
	const gateway = new FederatedGateway({
		sdl: readFileSync(file('../supergraph.graphql'), 'utf8'),
		connect: (supergraph) => subgraphs.connect(supergraph),
		logger: apolloLogger(logger),
	});
	const passThroughs = new Map<string, PassThrough>();
	for (const [segment, name] of Object.entries(passedThrough)) {
		passThroughs.set(segment, started.use(new PassThrough(name, subgraphs.baseOf(name), logger)));
	}
	const webhooks = started.use(new Webhooks(config.paymentUrl, logger));
	const upstreams = started.use(new Upstreams(serviceSecret));
	const subscriptions = new SubscriptionHub(upstreams, metrics);

	const formatError = createErrorFormatter(logger, !config.introspection);
	const { introspection, trustProxy } = config;
	const server = await createGraphQLServer({ gateway, introspection, formatError, metrics, logger });
	started.defer(() => server.apollo.stop());

	const metricsService = started.use(
		await startService({
			name: 'gateway-metrics',
			host: config.host,
			port: config.metricsPort,
			logger,
			metrics: metrics.registry,
		}),
	);
	const corsOrigins = new Set(originsOf(config.publicStorefrontUrl));
	const keys = { sessionSecret: config.sessionSecret, adminToken: config.adminToken };
	const service = await startService({
		name: 'gateway',
		host: config.host,
		port: config.port,
		logger,
		checks: () => subgraphs.checks(),
		serveMetrics: false,
		handle: createRoutes({
			server,
			keys,
			serviceSecret,
			trustProxy,
			corsOrigins,
			passThroughs,
			webhooks,
			playground: config.playground ? file('../playground/dist') : undefined,
		}),
	});
	service.server.requestTimeout = 30_000;
	service.server.headersTimeout = 10_000;
	const ownOrigins = [config.publicGatewayUrl, service.url].flatMap(originsOf);
	const sockets = serveSockets(service.server, {
		gateway,
		server,
		subscriptions,
		serviceSecret,
		formatError,
		metrics,
		logger,
		keys,
		allowedOrigins: new Set([...corsOrigins, ...ownOrigins]),
		trustProxy,
	});
	// Side by side: the listener closes at once, and neither kind of client waits for the other.
	started.defer(async () => {
		await Promise.all([service[Symbol.asyncDispose](), sockets[Symbol.asyncDispose]()]);
	});
	const running = started.move();
	return {
		port: service.port,
		url: service.url,
		metricsUrl: metricsService.url,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
