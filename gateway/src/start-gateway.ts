import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GraphQLDataSource } from '@apollo/gateway';
import type { ReadinessCheck } from '@infinite-blob/service/health';
import type { Logger } from '@infinite-blob/service/logger';
import { startService } from '@infinite-blob/service/start-service';
import type { GatewayConfig } from './config.ts';
import { createErrorFormatter } from './errors.ts';
import { type SubgraphAddress, subgraphAddress } from './federation/subgraph-addresses.ts';
import { SubgraphDataSource } from './federation/subgraph-data-source.ts';
import { federate, subgraphsOf } from './federation/supergraph.ts';
import { createGraphQLServer } from './graphql-server.ts';
import { originsOf } from './http/cors.ts';
import { PassThrough } from './http/pass-through.ts';
import { createRoutes } from './http/routes.ts';
import { Webhooks } from './http/webhooks.ts';
import { createGatewayMetrics } from './metrics.ts';
import { sessionDataSource } from './session/session-data-source.ts';
import { serveSockets } from './sockets/serve-sockets.ts';
import { Upstreams } from './sockets/upstream.ts';

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
	const supergraphSdl = readFileSync(file('../supergraph.graphql'), 'utf8');

	const addresses = new Map<string, SubgraphAddress>();
	const dataSources: Record<string, GraphQLDataSource> = {};
	const checks: Record<string, ReadinessCheck> = {};
	for (const { name, url } of subgraphsOf(supergraphSdl)) {
		if (name === 'session') {
			dataSources[name] = sessionDataSource(config.sessionSecret);
			continue;
		}
		const address = subgraphAddress(name, url, config.subgraphUrls);
		const source = started.use(new SubgraphDataSource(name, address.graphql, logger));
		addresses.set(name, address);
		dataSources[name] = source as GraphQLDataSource;
		checks[name] = () => source.checkReady();
	}
	const addressOf = (name: string) => {
		const address = addresses.get(name);
		if (!address) throw new Error(`The supergraph has no subgraph "${name}".`);
		return address;
	};
	const passThroughs = new Map<string, PassThrough>();
	for (const [segment, name] of Object.entries(passedThrough)) {
		passThroughs.set(segment, started.use(new PassThrough(name, addressOf(name).base, logger)));
	}
	const webhooks = started.use(new Webhooks(config.paymentUrl, logger));
	const upstreams = started.use(new Upstreams((name) => addressOf(name).graphql, serviceSecret));

	const metrics = createGatewayMetrics();
	const federation = federate(supergraphSdl, dataSources, logger);
	const formatError = createErrorFormatter(logger, !config.introspection);
	const { introspection, trustProxy } = config;
	const server = await createGraphQLServer({ federation, introspection, formatError, metrics, logger });
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
		checks,
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
		federation,
		server,
		upstreams,
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
