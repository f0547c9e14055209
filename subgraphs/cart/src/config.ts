import { flag, host, httpUrl, port, redisUrl, secret } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

/** The settings of the cart service. */
export function readConfig() {
	return readSettings({
		CART_PORT: port(4002),
		HOST: host,
		REDIS_URL: redisUrl,
		SERVICE_SECRET: secret,
		PRODUCTS_URL: httpUrl('http://127.0.0.1:4001').transform(graphqlAddress),
		REPLICA: z.string().default('1'),
		SEED: flag(true),
	});
}

export type Config = ReturnType<typeof readConfig>;

/** The address may be given with or without the path. */
function graphqlAddress(url: string): string {
	return new URL(url).pathname === '/' ? `${url}/graphql` : url;
}
