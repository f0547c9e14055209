import { enableCompileCache } from 'node:module';
import { type RedisOptions, startRedis } from './start-redis.ts';

/**
 * Runs a Redis as this process until SIGTERM, SIGINT or the end of a parent that keeps a channel to it. What keeps
 * it from starting is one line and exit code 1.
 */
export async function serve(readOptions: () => RedisOptions): Promise<void> {
	// There is a module for each command: compiled once, they load in half the time.
	enableCompileCache();
	try {
		const options = readOptions();
		const redis = await startRedis(options);
		for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => void redis.close());
		redis.closed.then(() => process.exit(0), fail);
		// The launcher shows one table of addresses for all services instead.
		if (process.send) return;
		console.log(`redis-embedded is ready at ${redis.url}, data in ${options.dir ?? 'memory'}`);
	} catch (cause) {
		fail(cause);
	}
}

function fail(cause: unknown): never {
	const { code, message, port } = cause as NodeJS.ErrnoException & { port?: number };
	const line =
		code === 'EADDRINUSE'
			? `port ${port} is taken; stop what uses it or set REDIS_EMBEDDED_PORT to another one`
			: message;
	console.error(`redis-embedded: ${line}`);
	process.exit(1);
}
