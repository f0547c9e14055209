import type { Redis } from '@infinite-blob/redis/connect';
import { streamGroups, streams } from '../src/streams.ts';

/** Removes the streams and their dead letters, and nothing that belongs to others. */
export async function clearStreams(redis: Redis): Promise<void> {
	const keys = streams.flatMap((stream) => [
		stream,
		`${stream}.dead`,
		...streamGroups[stream].map((group) => `${stream}.dead.${group}`),
	]);
	await redis.del(...keys, 'heard');
}
