import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import {
	count,
	flag,
	host,
	milliseconds,
	optionalHttpUrl,
	optionalServiceUrl,
	port,
	redisUrl,
	secret,
	secretsBefore,
	serviceUrl,
} from '@infinite-blob/config/setting';
import { isProduction, readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';
import type { RateLimitSettings } from './limits/rate-limits.ts';
import type { OperationLimits } from './operations/operation-limits.ts';
import type { SocketLimits } from './sockets/serve-sockets.ts';

export interface GatewayConfig {
	host: string;
	port: number;
	metricsPort: number;
	redisUrl: string;
	/** The composed supergraph; read again when it changes. */
	supergraphFile: string;
	/** Where the builds of the shop's clients list their operations. */
	manifestsFolder: string;
	/** The services' addresses that replace the supergraph's, by subgraph. */
	subgraphUrls: Record<string, string | undefined>;
	/** How long a subgraph may take for a read; twice as long for a mutation. */
	subgraphTimeoutMs: number;
	/** After which an operation is given up. */
	requestTimeoutMs: number;
	/** How long a client may take to send its headers. */
	headersTimeoutMs: number;
	/** How long a client may take to send its whole request, and how long it may read nothing of a file. */
	bodyTimeoutMs: number;
	/** The payment worker's address. */
	paymentUrl: string;
	publicGatewayUrl: string;
	publicStorefrontUrl: string;
	/** The first signs new sessions; the others still hold. */
	sessionSecrets: readonly [string, ...string[]];
	serviceSecret: string;
	adminToken: string;
	introspection: boolean;
	playground: boolean;
	/** Run nothing but the operations of the manifests. */
	persistedOnly: boolean;
	/** Keep what schemas mark as public. */
	entityCache: boolean;
	operationLimits: OperationLimits;
	rateLimits: RateLimitSettings;
	socketLimits: SocketLimits;
	/** Believe X-Forwarded-For: a proxy of ours stands in front. */
	trustProxy: boolean;
}

const ownSupergraph = path.join(projectRoot, 'gateway', 'supergraph.graphql');

/** @throws SettingsError naming every problem at once */
export function readConfig(environment?: Record<string, string | undefined>): GatewayConfig {
	const isDevelopment = () => !isProduction(environment);
	/** One machine tries, measures and breaks the shop in development: it may do a hundred times as much. */
	const perClient = (inProduction: number) => count(() => inProduction * (isDevelopment() ? 100 : 1), 1);
	const settings = readSettings(
		{
			HOST: host,
			GATEWAY_PORT: port(4000),
			GATEWAY_METRICS_PORT: port(4010),
			STOREFRONT_PORT: port(3000),
			REDIS_URL: redisUrl,
			SUPERGRAPH_FILE: z.string().default(ownSupergraph),
			PRODUCTS_URL: optionalServiceUrl,
			CART_URL: optionalServiceUrl,
			ORDERS_URL: optionalServiceUrl,
			ADS_URL: optionalServiceUrl,
			RECOMMENDATIONS_URL: optionalServiceUrl,
			SUBGRAPH_TIMEOUT_MS: milliseconds(5_000),
			REQUEST_TIMEOUT_MS: milliseconds(15_000),
			PAYMENT_URL: serviceUrl('PAYMENT_PORT', 4011),
			PUBLIC_GATEWAY_URL: optionalHttpUrl,
			PUBLIC_STOREFRONT_URL: optionalHttpUrl,
			SESSION_SECRET: secret,
			SESSION_SECRETS_BEFORE: secretsBefore,
			SERVICE_SECRET: secret,
			ADMIN_TOKEN: secret,
			INTROSPECTION: flag(isDevelopment),
			PLAYGROUND: flag(isDevelopment),
			PERSISTED_ONLY: flag(false),
			ENTITY_CACHE: flag(true),
			LIMIT_DEPTH: count(12, 1),
			LIMIT_ALIASES: count(50),
			LIMIT_DIRECTIVES: count(50),
			LIMIT_TOKENS: count(2_000, 1),
			LIMIT_COST: count(5_000, 1),
			RATE_LIMIT_SESSION: perClient(600),
			RATE_LIMIT_ADDRESS: perClient(3_000),
			SOCKETS_PER_SESSION: count(20, 1),
			SOCKETS_PER_ADDRESS: perClient(200),
			TRUST_PROXY: flag(false),
		},
		environment,
	);
	return {
		host: settings.HOST,
		port: settings.GATEWAY_PORT,
		metricsPort: settings.GATEWAY_METRICS_PORT,
		redisUrl: settings.REDIS_URL,
		supergraphFile: path.resolve(projectRoot, settings.SUPERGRAPH_FILE),
		manifestsFolder: path.join(projectRoot, 'gateway', 'manifests'),
		subgraphUrls: {
			products: settings.PRODUCTS_URL,
			cart: settings.CART_URL,
			orders: settings.ORDERS_URL,
			ads: settings.ADS_URL,
			recommendations: settings.RECOMMENDATIONS_URL,
		},
		subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
		requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
		headersTimeoutMs: 10_000,
		bodyTimeoutMs: 30_000,
		paymentUrl: settings.PAYMENT_URL,
		publicGatewayUrl: settings.PUBLIC_GATEWAY_URL ?? `http://localhost:${settings.GATEWAY_PORT}`,
		publicStorefrontUrl: settings.PUBLIC_STOREFRONT_URL ?? `http://localhost:${settings.STOREFRONT_PORT}`,
		sessionSecrets: [settings.SESSION_SECRET, ...settings.SESSION_SECRETS_BEFORE],
		serviceSecret: settings.SERVICE_SECRET,
		adminToken: settings.ADMIN_TOKEN,
		introspection: settings.INTROSPECTION,
		playground: settings.PLAYGROUND,
		persistedOnly: settings.PERSISTED_ONLY,
		entityCache: settings.ENTITY_CACHE,
		operationLimits: {
			depth: settings.LIMIT_DEPTH,
			aliases: settings.LIMIT_ALIASES,
			directives: settings.LIMIT_DIRECTIVES,
			tokens: settings.LIMIT_TOKENS,
			cost: settings.LIMIT_COST,
		},
		rateLimits: { session: settings.RATE_LIMIT_SESSION, address: settings.RATE_LIMIT_ADDRESS },
		socketLimits: { perSession: settings.SOCKETS_PER_SESSION, perAddress: settings.SOCKETS_PER_ADDRESS },
		trustProxy: settings.TRUST_PROXY,
	};
}
