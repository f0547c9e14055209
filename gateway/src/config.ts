import {
	flag,
	host,
	milliseconds,
	optionalHttpUrl,
	optionalServiceUrl,
	port,
	secret,
	serviceUrl,
} from '@infinite-blob/config/setting';
import { isProduction, readSettings } from '@infinite-blob/config/settings';

export interface GatewayConfig {
	host: string;
	port: number;
	metricsPort: number;
	/** The services' addresses that replace the supergraph's, by subgraph. */
	subgraphUrls: Record<string, string | undefined>;
	/** The payment worker's address. */
	paymentUrl: string;
	/** How long a subgraph may take for a read; twice as long for a mutation. */
	subgraphTimeoutMs: number;
	publicGatewayUrl: string;
	publicStorefrontUrl: string;
	sessionSecret: string;
	serviceSecret: string;
	adminToken: string;
	introspection: boolean;
	playground: boolean;
	/** Believe X-Forwarded-For: a proxy of ours stands in front. */
	trustProxy: boolean;
}

/** @throws SettingsError naming every problem at once */
export function readConfig(environment?: Record<string, string | undefined>): GatewayConfig {
	const isDevelopment = () => !isProduction(environment);
	const settings = readSettings(
		{
			HOST: host,
			GATEWAY_PORT: port(4000),
			GATEWAY_METRICS_PORT: port(4010),
			STOREFRONT_PORT: port(3000),
			PRODUCTS_URL: optionalServiceUrl,
			CART_URL: optionalServiceUrl,
			ORDERS_URL: optionalServiceUrl,
			ADS_URL: optionalServiceUrl,
			RECOMMENDATIONS_URL: optionalServiceUrl,
			PAYMENT_URL: serviceUrl('PAYMENT_PORT', 4011),
			PUBLIC_GATEWAY_URL: optionalHttpUrl,
			PUBLIC_STOREFRONT_URL: optionalHttpUrl,
			SESSION_SECRET: secret,
			SERVICE_SECRET: secret,
			ADMIN_TOKEN: secret,
			INTROSPECTION: flag(isDevelopment),
			PLAYGROUND: flag(isDevelopment),
			TRUST_PROXY: flag(false),
			SUBGRAPH_TIMEOUT_MS: milliseconds(5_000),
		},
		environment,
	);
	return {
		host: settings.HOST,
		port: settings.GATEWAY_PORT,
		metricsPort: settings.GATEWAY_METRICS_PORT,
		subgraphUrls: {
			products: settings.PRODUCTS_URL,
			cart: settings.CART_URL,
			orders: settings.ORDERS_URL,
			ads: settings.ADS_URL,
			recommendations: settings.RECOMMENDATIONS_URL,
		},
		paymentUrl: settings.PAYMENT_URL,
		subgraphTimeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
		publicGatewayUrl: settings.PUBLIC_GATEWAY_URL ?? `http://localhost:${settings.GATEWAY_PORT}`,
		publicStorefrontUrl: settings.PUBLIC_STOREFRONT_URL ?? `http://localhost:${settings.STOREFRONT_PORT}`,
		sessionSecret: settings.SESSION_SECRET,
		serviceSecret: settings.SERVICE_SECRET,
		adminToken: settings.ADMIN_TOKEN,
		introspection: settings.INTROSPECTION,
		playground: settings.PLAYGROUND,
		trustProxy: settings.TRUST_PROXY,
	};
}
