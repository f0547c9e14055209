import type { z } from 'zod';
import { runningRedisUrl } from './running-shop.ts';
import { dataDir, redisUrl } from './setting.ts';
import { loadEnvironment, readSettings } from './settings.ts';

/**
 * Reads the settings of a command that works on a shop from outside. REDIS_URL is the one that is named, else that of
 * the shop which runs on the same data folder, else where it would be.
 *
 * @throws SettingsError naming every problem at once
 */
export function readOperationSettings<Shape extends z.ZodRawShape>(shape: Shape) {
	const environment = loadEnvironment();
	const { DATA_DIR } = readSettings({ DATA_DIR: dataDir }, environment);
	const found = environment.REDIS_URL || runningRedisUrl(DATA_DIR);
	return readSettings({ ...shape, REDIS_URL: redisUrl }, { ...environment, REDIS_URL: found });
}
