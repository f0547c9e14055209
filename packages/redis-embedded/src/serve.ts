import { type RedisOptions, startRedis } from './start-redis.ts';

/** Runs a Redis as this process until SIGTERM or SIGINT; what keeps it from starting is one line and exit code 1. */
export async function serve(readOptions: () => RedisOptions): Promise<void> {
	try {
		const options = readOptions();
		const redis = await startRedis(options);
		// The launcher shows one table of addresses for all services instead.
		if (!process.send) console.log(`redis-embedded is ready at ${redis.url}, data in ${options.dir ?? 'memory'}`);
		const stop = () => {
			redis.close().then(
				() => process.exit(0),
				(cause: unknown) => fail(cause),
			);
		};
		process.once('SIGTERM', stop);
		process.once('SIGINT', stop);
		// Started by a parent that is gone: it must not outlive it.
		process.once('disconnect', stop);
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
