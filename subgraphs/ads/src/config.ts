import {
	host,
	port,
	publicGatewayUrl,
	publicStorefrontUrl,
	redisUrl,
	replica,
	secret,
} from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';

export type Config = ReturnType<typeof readConfig>;

/** @throws SettingsError naming every setting that is missing or malformed */
export function readConfig() {
	return readSettings({
		ADS_PORT: port(4004),
		HOST: host,
		REDIS_URL: redisUrl,
		SERVICE_SECRET: secret,
		PUBLIC_GATEWAY_URL: publicGatewayUrl,
		PUBLIC_STOREFRONT_URL: publicStorefrontUrl,
		REPLICA: replica,
	});
}
