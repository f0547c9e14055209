import path from 'node:path';
import { dataDir, host, port } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';
import type { RedisOptions } from './start-redis.ts';

/** The settings of the process. @throws SettingsError that says in a line what is wrong */
export function readConfig(): RedisOptions & { readonly dir: string } {
	const settings = readSettings({
		REDIS_EMBEDDED_PORT: port(6390),
		HOST: host,
		DATA_DIR: dataDir,
		/** FULL survives a loss of power, NORMAL the death of the process. */
		REDIS_EMBEDDED_SYNCHRONOUS: z
			.enum(['NORMAL', 'FULL'], { error: 'must be NORMAL or FULL' })
			.default('NORMAL'),
	});
	return {
		port: settings.REDIS_EMBEDDED_PORT,
		host: settings.HOST,
		dir: path.join(settings.DATA_DIR, 'redis'),
		synchronous: settings.REDIS_EMBEDDED_SYNCHRONOUS,
	};
}
