import type { Redis } from 'ioredis';

/** The JSON document at a key, or undefined. */
export async function readJson<T>(redis: Redis, key: string): Promise<T | undefined> {
	const text = (await redis.call('JSON.GET', key)) as string | null;
	return text === null ? undefined : (JSON.parse(text) as T);
}
