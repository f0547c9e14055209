import { runningRedisUrl } from '@infinite-blob/config/running-shop';
import { dataDir, redisUrl } from '@infinite-blob/config/setting';
import { loadEnvironment, readSettings } from '@infinite-blob/config/settings';

/** The Redis that is named, else that of the shop which runs on the same data folder, else where it would be. */
export function readConfig() {
	const environment = loadEnvironment();
	const { DATA_DIR } = readSettings({ DATA_DIR: dataDir }, environment);
	const found = environment.REDIS_URL || runningRedisUrl(DATA_DIR);
	return readSettings({ REDIS_URL: redisUrl }, { ...environment, REDIS_URL: found });
}
