import type { Redis } from './connect.ts';

const timeoutMs = 1_000;

/**
 * Makes something of Redis readable at each scrape of a service's metrics, which must go on without Redis.
 *
 * @returns reads it; undefined while Redis is away, fails or takes more than a second. Of a Redis that does not answer
 * one question waits at the most.
 */
export function scrapeReading<T>(redis: Redis, read: () => Promise<T>): () => Promise<T | undefined> {
	let reading: Promise<T | undefined> | undefined;
	return async () => {
		if (redis.status !== 'ready') return undefined;
		reading ??= read()
			.catch(() => undefined)
			.finally(() => {
				reading = undefined;
			});
		return inTime(reading);
	};
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), timeoutMs);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
