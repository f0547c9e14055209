import { connectRedis } from '@infinite-blob/redis/connect';
import { startRedis } from '@infinite-blob/redis-embedded/start-redis';

/** An empty Redis for one test file: an embedded one, or the one named by REDIS_URL. */
export interface TestRedis extends AsyncDisposable {
	url: string;
}

const marker = 'infinite-blob:tests';

/**
 * Starts a Redis for tests. With REDIS_URL set, that one is used and emptied, which is refused when it holds
 * anything that tests did not put there.
 */
export async function startTestRedis(): Promise<TestRedis> {
	const url = process.env.REDIS_URL;
	if (!url) {
		const redis = await startRedis({ port: 0, host: '127.0.0.1' });
		return { url: redis.url, [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose]() };
	}
	const redis = await connectRedis(url, 'tests');
	if ((await redis.dbsize()) > 0 && !(await redis.exists(marker))) {
		redis.disconnect();
		throw new Error(
			`The Redis at ${new URL(url).host} is not empty; tests empty it. Give them one of their own.`,
		);
	}
	await redis.flushall();
	await redis.set(marker, '1');
	redis.disconnect();
	return { url, async [Symbol.asyncDispose]() {} };
}
