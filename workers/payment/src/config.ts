import { host, port, redisUrl } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	return readSettings({
		PAYMENT_PORT: port(4011),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: z.string().default('1'),
	});
}
