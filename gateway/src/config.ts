import { flag, host, port, secret } from '@infinite-blob/config/setting';
import { isProduction, readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export interface GatewayConfig {
	host: string;
	port: number;
	metricsPort: number;
	/** Addresses that replace the supergraph's, by subgraph: a service's base or its /graphql address. */
	subgraphUrls: Record<string, string | undefined>;
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

const address = z
	.url({ protocol: /^https?$/, error: 'must be an absolute http(s) address' })
	.transform((url) => url.replace(/\/+$/, ''))
	.optional();

const onInDevelopment = z
	.enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
	.optional()
	.transform((value) => (value === undefined ? !isProduction() : value === '1' || value === 'true'));

/** @throws SettingsError naming every problem at once */
export function readConfig(environment?: Record<string, string | undefined>): GatewayConfig {
	const shape = {
		HOST: host,
		GATEWAY_PORT: port(4000),
		GATEWAY_METRICS_PORT: port(4010),
		STOREFRONT_PORT: port(3000),
		PRODUCTS_URL: address,
		CART_URL: address,
		ORDERS_URL: address,
		ADS_URL: address,
		RECOMMENDATIONS_URL: address,
		PUBLIC_GATEWAY_URL: address,
		PUBLIC_STOREFRONT_URL: address,
		SESSION_SECRET: secret,
		SERVICE_SECRET: secret,
		ADMIN_TOKEN: secret,
		INTROSPECTION: onInDevelopment,
		PLAYGROUND: onInDevelopment,
		TRUST_PROXY: flag(false),
	};
	const settings = environment ? readSettings(shape, environment) : readSettings(shape);
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
