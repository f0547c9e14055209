import {
	flag,
	host,
	port,
	publicGatewayUrl,
	publicStorefrontUrl,
	secret,
	seller,
	serviceUrl,
} from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type StorefrontConfig = ReturnType<typeof readConfig>;

/** The storefront's settings, read once at its start. @throws SettingsError naming every problem in one line */
export function readConfig() {
	return readSettings({
		HOST: host,
		STOREFRONT_PORT: port(3000),
		/** Where this server reaches the gateway. */
		GATEWAY_URL: serviceUrl('GATEWAY_PORT', 4000),
		/** Where a visitor's browser reaches the gateway. */
		PUBLIC_GATEWAY_URL: publicGatewayUrl,
		/** Where visitors reach the shop. */
		PUBLIC_STOREFRONT_URL: publicStorefrontUrl,
		/** Signs the visitor's address for the gateway. */
		SERVICE_SECRET: secret,
		/** Believe X-Forwarded-For and X-Forwarded-Proto: a proxy of ours stands in front. */
		TRUST_PROXY: flag(false),
		/** The domain that shop and gateway share, when their host names differ. */
		COOKIE_DOMAIN: z.string().optional(),
		...seller,
	});
}

let config: StorefrontConfig | undefined;

/** The settings inside a running shop; nothing of them is baked into the build. */
export function settings(): StorefrontConfig {
	config ??= readConfig();
	return config;
}
