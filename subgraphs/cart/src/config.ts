import { flag, host, port, redisUrl, replica, secret, serviceUrl } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';

/** The settings of the cart service. */
export function readConfig() {
	return readSettings({
		CART_PORT: port(4002),
		HOST: host,
		REDIS_URL: redisUrl,
		SERVICE_SECRET: secret,
		PRODUCTS_URL: serviceUrl('PRODUCTS_PORT', 4001),
		REPLICA: replica,
		SEED: flag(true),
	});
}

export type Config = ReturnType<typeof readConfig>;
