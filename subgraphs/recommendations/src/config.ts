import { host, port, redisUrl, replica, secret } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';

export type Config = ReturnType<typeof readConfig>;

/** @throws SettingsError naming every setting that is missing or malformed */
export function readConfig() {
	return readSettings({
		RECOMMENDATIONS_PORT: port(4005),
		HOST: host,
		REDIS_URL: redisUrl,
		SERVICE_SECRET: secret,
		REPLICA: replica,
	});
}
