import { fileURLToPath } from 'node:url';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { startService } from '@infinite-blob/service/start-service';
import { EntityCache } from './cache/entity-cache.ts';
import type { GatewayConfig } from './config.ts';
import { createErrorFormatter } from './errors.ts';
import { apolloLogger } from './federation/apollo-logger.ts';
import { FederatedGateway } from './federation/federated-gateway.ts';
import { createReload } from './federation/reload.ts';
import { Subgraphs } from './federation/subgraphs.ts';
import type { Supergraph } from './federation/supergraph.ts';
import { SupergraphFile, usable } from './federation/supergraph-file.ts';
import { warmPlans } from './federation/warm-plans.ts';
import { createGraphQLServer } from './graphql-server.ts';
import { originsOf } from './http/cors.ts';
import { PassThroughs } from './http/pass-through.ts';
import { createRoutes } from './http/routes.ts';
import { Webhooks } from './http/webhooks.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { createGatewayMetrics } from './metrics.ts';
import { Documents } from './operations/documents.ts';
import { Manifest } from './operations/manifest.ts';
import { OperationGate } from './operations/operation-gate.ts';
import { PersistedOperations } from './operations/persisted-operations.ts';
import { OptionalRedis } from './redis/optional-redis.ts';
import { Authenticator } from './session/authenticate.ts';
import { sessionDataSource } from './session/session-data-source.ts';
import { serveSockets } from './sockets/serve-sockets.ts';
import { SubscriptionHub } from './subscriptions/subscription-hub.ts';
import { Upstreams } from './subscriptions/upstream.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Gateway extends AsyncDisposable {
	port: number;
	/** `http://host:port` */
	url: string;
	metricsUrl: string;
	/** Reads the supergraph again, and puts it in force if it is another one. It never rejects: a bad one is logged. */
	reload(): Promise<void>;
}

/**
 * Starts the gateway. Disposing it lets requests in hand finish and sends sockets elsewhere.
 *
 * @param accessLogger gets a line for each request
 */
export async function startGateway(
	config: GatewayConfig,
	logger: Logger,
	accessLogger: Logger = logger,
): Promise<Gateway> {
	await using started = new AsyncDisposableStack();
	const { host, serviceSecret, trustProxy } = config;
	const metrics = createGatewayMetrics();
	const redis = started.adopt(await connectRedis(config.redisUrl, 'gateway'), disconnect);
	const optionalRedis = new OptionalRedis(redis, logger);

	const cache = config.entityCache
		? started.use(await EntityCache.open(redis, optionalRedis, metrics.countLookups, logger))
		: undefined;
	const subgraphs = started.use(
		new Subgraphs({
			urls: config.subgraphUrls,
			local: { session: sessionDataSource(config.sessionSecrets[0]) },
			timeoutMs: config.subgraphTimeoutMs,
			logger,
			observe: metrics.countFetch,
			...(cache ? { wrap: cache.wrap } : {}),
		}),
	);
	const supergraphFile = started.use(new SupergraphFile(config.supergraphFile));
	const gateway = usable(`SUPERGRAPH_FILE: ${config.supergraphFile}`, () => {
		return new FederatedGateway({
			sdl: supergraphFile.read(),
			connect: (supergraph) => subgraphs.connect(supergraph),
			logger: apolloLogger(logger),
		});
	});
	const formatError = createErrorFormatter(logger, !config.introspection);
	const documents = new Documents(config.operationLimits.tokens);
	const server = await createGraphQLServer({ gateway, documents, formatError, metrics });
	started.defer(() => server.apollo.stop());

	const manifest = Manifest.read(config.manifestsFolder);
	const warm = (supergraph: Supergraph) => warmPlans(supergraph, manifest, logger);
	await warm(gateway.current.supergraph);
	const reload = createReload({ supergraphFile, gateway, warm, metrics, logger });
	supergraphFile.watch(() => void reload());
	const persisted = new PersistedOperations(optionalRedis, manifest, config.persistedOnly);
	const gate = new OperationGate(gateway, config.operationLimits, persisted, documents, config.introspection);
	const rateLimits = started.use(new RateLimits(config.rateLimits, redis, optionalRedis));
	const timeoutMs = config.requestTimeoutMs;
	const operations = { server, gate, rateLimits, serviceSecret, timeoutMs, formatError, metrics };

	const metricsService = started.use(
		await startService({
			name: 'gateway-metrics',
			host,
			port: config.metricsPort,
			logger,
			metrics: metrics.registry,
		}),
	);
	const authenticator = new Authenticator(config.sessionSecrets, config.adminToken);
	const corsOrigins = new Set(originsOf(config.publicStorefrontUrl));
	const service = await startService({
		name: 'gateway',
		host,
		port: config.port,
		logger,
		checks: () => subgraphs.checks(),
		serveMetrics: false,
		patience: { headersMs: config.headersTimeoutMs, requestMs: config.bodyTimeoutMs },
		handle: createRoutes({
			serving: operations,
			authenticator,
			accessLogger,
			serviceSecret,
			trustProxy,
			corsOrigins,
			passThroughs: started.use(
				new PassThroughs({
					baseOf: (subgraph) => subgraphs.baseOf(subgraph),
					patienceMs: config.bodyTimeoutMs,
					logger,
				}),
			),
			webhooks: started.use(new Webhooks(config.paymentUrl, logger)),
			playground: config.playground ? file('../playground/dist') : undefined,
		}),
	});
	const ownOrigins = [config.publicGatewayUrl, service.url].flatMap(originsOf);
	const sockets = serveSockets(service.server, {
		...operations,
		subscriptions: new SubscriptionHub(started.use(new Upstreams(serviceSecret)), metrics),
		authenticator,
		allowedOrigins: new Set([...corsOrigins, ...ownOrigins]),
		trustProxy,
		limits: config.socketLimits,
		logger,
		accessLogger,
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
		reload,
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
