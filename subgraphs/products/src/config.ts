import {
	filesDir,
	flag,
	host,
	port,
	publicGatewayUrl,
	redisUrl,
	replica,
	secret,
} from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';

export type Config = ReturnType<typeof readConfig>;

/** @throws SettingsError naming every setting that is missing or malformed */
export function readConfig() {
	return readSettings({
		PRODUCTS_PORT: port(4001),
		HOST: host,
		REDIS_URL: redisUrl,
		FILES_DIR: filesDir,
		SERVICE_SECRET: secret,
		PUBLIC_GATEWAY_URL: publicGatewayUrl,
		REPLICA: replica,
		SEED: flag(true),
	});
}
