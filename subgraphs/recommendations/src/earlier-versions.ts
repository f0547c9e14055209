import type { Redis } from '@infinite-blob/redis/connect';
import { keysOf } from './keys.ts';

/** Drops the search index that earlier versions kept for a generation, if it is there. */
export async function dropSearchIndex(redis: Redis, generation: number): Promise<void> {
	try {
		await redis.call('FT.DROPINDEX', `${keysOf(generation).prefix}similarity`);
	} catch (error) {
		if (!/(unknown|no such) index|index not found/i.test((error as Error).message)) throw error;
	}
}

/**
 * Removes what earlier versions kept for a generation that goes on, and nobody reads any more. Their lists of
 * neighbours expire within a day.
 */
export async function removeLeftovers(redis: Redis, generation: number): Promise<void> {
	const { prefix } = keysOf(generation);
	await dropSearchIndex(redis, generation);
	await redis.unlink(`${prefix}frequencies`, `${prefix}changes`);
}
