import { type GroupOf, streams } from '@infinite-blob/events/streams';
import type { Redis } from '@infinite-blob/redis/connect';

/**
 * Lets a group read its streams from their beginnings: for a service that has lost what it learned, or knows it in a
 * form that is no longer used. Where there is no group yet it will do so by itself.
 */
export async function readAgain(redis: Redis, group: GroupOf): Promise<void> {
	for (const stream of streams) {
		try {
			await redis.xgroup('SETID', stream, group, '0');
		} catch (error) {
			if (!/NOGROUP|requires the key to exist|no such key/i.test((error as Error).message)) throw error;
		}
	}
}
