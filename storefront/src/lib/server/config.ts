import { host, httpUrl, port, secret, seller } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type StorefrontConfig = ReturnType<typeof readConfig>;

/** The storefront's settings, read once at its start. @throws SettingsError naming every problem in one line */
export function readConfig() {
	const ports = { GATEWAY_PORT: port(4000), STOREFRONT_PORT: port(3000) };
	const { GATEWAY_PORT, STOREFRONT_PORT } = readSettings(ports);
	return readSettings({
		HOST: host,
		STOREFRONT_PORT: ports.STOREFRONT_PORT,
		/** Where this server reaches the gateway. */
		GATEWAY_URL: httpUrl(`http://127.0.0.1:${GATEWAY_PORT}`),
		/** Where a visitor's browser reaches the gateway. */
		PUBLIC_GATEWAY_URL: httpUrl(`http://localhost:${GATEWAY_PORT}`),
		/** Where visitors reach the shop. */
		PUBLIC_STOREFRONT_URL: httpUrl(`http://localhost:${STOREFRONT_PORT}`),
		/** Signs the visitor's address for the gateway. */
		SERVICE_SECRET: secret,
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
