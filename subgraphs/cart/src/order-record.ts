import type { Redis } from '@infinite-blob/redis/connect';

/** What is on record of a paid order, to which nothing happens any more. */
export const settled = 'paid';

/**
 * What was last applied of an order: its version, or that it is settled. Kept for good, since a dead letter may be
 * replayed whenever.
 */
export const recordKey = (orderId: string) => `cart:order:${orderId}`;

/** Whether the order is on record at this version or a later one. */
export async function isApplied(redis: Redis, orderId: string, version: number): Promise<boolean> {
	const applied = await redis.get(recordKey(orderId));
	return applied === settled || Number(applied ?? 0) >= version;
}
