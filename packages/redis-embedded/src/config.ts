import { resolve } from 'node:path';
import type { RedisOptions } from './start-redis.ts';

/**
 * The settings of the process: REDIS_EMBEDDED_PORT (6390), HOST (127.0.0.1), DATA_DIR (.data, below the folder
 * that npm was called in), REDIS_EMBEDDED_SYNCHRONOUS (NORMAL, or FULL to survive power loss). Throws an Error
 * that says in a line what is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv): RedisOptions & { readonly dir: string } {
	const port = Number(env.REDIS_EMBEDDED_PORT ?? 6390);
	if (!Number.isInteger(port) || port < 0 || port > 65535 || env.REDIS_EMBEDDED_PORT === '') {
		throw new Error(`REDIS_EMBEDDED_PORT must be a port from 0 to 65535, not "${env.REDIS_EMBEDDED_PORT}"`);
	}
	const synchronous = (env.REDIS_EMBEDDED_SYNCHRONOUS ?? 'NORMAL').toUpperCase();
	if (synchronous !== 'NORMAL' && synchronous !== 'FULL') {
		throw new Error(`REDIS_EMBEDDED_SYNCHRONOUS must be NORMAL or FULL, not "${synchronous}"`);
	}
	const data = resolve(env.INIT_CWD ?? process.cwd(), env.DATA_DIR || '.data');
	return { port, host: env.HOST || '127.0.0.1', dir: resolve(data, 'redis'), synchronous };
}
