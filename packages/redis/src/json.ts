import type { Redis } from 'ioredis';

/** The JSON document at a key, or undefined. */
export async function readJson<T>(redis: Redis, key: string): Promise<T | undefined> {
	// Without a path the answer is wrapped in an array or not, by protocol and by RedisJSON's version.
	const text = (await redis.call('JSON.GET', key, '$')) as string | null;
	return text === null ? undefined : (JSON.parse(text) as [T])[0];
}
