import {
	filesDir,
	host,
	paymentProvider,
	port,
	publicGatewayUrl,
	redisUrl,
	replica,
	secret,
	serviceUrl,
} from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

/** The settings of the orders service. */
export function readConfig() {
	return readSettings({
		ORDERS_PORT: port(4003),
		HOST: host,
		REDIS_URL: redisUrl,
		FILES_DIR: filesDir,
		CART_URL: serviceUrl('CART_PORT', 4002),
		PRODUCTS_URL: serviceUrl('PRODUCTS_PORT', 4001),
		PUBLIC_GATEWAY_URL: publicGatewayUrl,
		SERVICE_SECRET: secret,
		LINK_SECRET: secret,
		REPLICA: replica,
		PAYMENT_PROVIDER: paymentProvider,
		EVENTS_KEEP_DAYS: z.coerce
			.number({ error: 'must be a number of days, such as 7 or 0.5' })
			.positive('must be above 0')
			.default(7),
	});
}

export type Config = ReturnType<typeof readConfig>;
