import path from 'node:path';
import { dataDir, host, port } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';
import { parseMemory } from './engine/memory.ts';
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
		/** Redis's `maxmemory`, such as 500mb. */
		REDIS_EMBEDDED_MAXMEMORY: z
			.string()
			.default('0')
			.transform(parseMemory)
			.refine((bytes) => bytes !== undefined, { error: 'must be a number of bytes, or such as 500mb' }),
	});
	return {
		port: settings.REDIS_EMBEDDED_PORT,
		host: settings.HOST,
		dir: path.join(settings.DATA_DIR, 'redis'),
		synchronous: settings.REDIS_EMBEDDED_SYNCHRONOUS,
		maxmemory: settings.REDIS_EMBEDDED_MAXMEMORY,
	};
}
