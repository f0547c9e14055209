import { host, port, redisUrl, replica } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';

export type Config = ReturnType<typeof readConfig>;

export function readConfig() {
	return readSettings({
		PAYMENT_PORT: port(4011),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: replica,
	});
}
