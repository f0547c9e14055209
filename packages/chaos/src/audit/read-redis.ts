import { type GroupFigures, groupFigures } from '@infinite-blob/events/group-figures';
import { streams } from '@infinite-blob/events/streams';
import type { Redis } from '@infinite-blob/redis/connect';
import type { CouponBook, IssuedDocument, StoredOrder } from './world.ts';

// The one reader of keys that are not its own: an auditor looks into everybody's books, and writes in none.

const longestLapseMs = 60 * 60 * 1000;

/** The orders as the orders service keeps them. */
export async function readOrders(redis: Redis): Promise<StoredOrder[]> {
	const keys = await keysOf(redis, 'orders:order:*');
	const orders: StoredOrder[] = [];
	for (let from = 0; from < keys.length; from += 100) {
		const texts = (await redis.call('JSON.MGET', [...keys.slice(from, from + 100), '$'])) as (
			| string
			| null
		)[];
		for (const text of texts) if (text) orders.push(...(JSON.parse(text) as StoredOrder[]));
	}
	return orders;
}

/** The invoices, or credit notes, as the invoice worker keeps them. */
export async function readDocuments(
	redis: Redis,
	series: 'invoice' | 'invoice:credit-note',
): Promise<IssuedDocument[]> {
	const keys = await keysOf(redis, `${series}:record:*`);
	const texts = await Promise.all(keys.map((key) => redis.get(key)));
	return texts.flatMap((text) => {
		if (!text) return [];
		const { number, order } = JSON.parse(text) as { number: string; order: StoredOrder };
		return [{ number, orderId: order.id, total: order.total }];
	});
}

/** The coupons as the cart service keeps them, and their uses. */
export async function readCoupons(redis: Redis, codes: readonly string[]): Promise<CouponBook[]> {
	return Promise.all(
		codes.map(async (code) => {
			const [document, uses, holds] = await Promise.all([
				redis.call('JSON.GET', `cart:coupon:${code}`) as Promise<string | null>,
				redis.smembers(`cart:coupon-uses:${code}`),
				// A hold that lapses by itself is of a request that came to nothing.
				redis.zrangebyscore(`cart:coupon-holds:${code}`, Date.now() + longestLapseMs, '+inf'),
			]);
			const { usageLimit } = JSON.parse(document ?? '{}') as { usageLimit?: number | null };
			return { code, usageLimit: usageLimit ?? undefined, uses, holds };
		}),
	);
}

/** The download counts as the products service keeps them. */
export async function readDownloads(redis: Redis): Promise<Record<string, number>> {
	const keys = await keysOf(redis, 'products:product:*');
	const texts = (await redis.call('JSON.MGET', [...keys, '$'])) as (string | null)[];
	const products = texts.flatMap((text) =>
		text ? (JSON.parse(text) as { id: string; downloads: number }[]) : [],
	);
	return Object.fromEntries(products.map(({ id, downloads }) => [id, downloads]));
}

/** Where all consumer groups stand. */
export async function readGroups(redis: Redis): Promise<(GroupFigures & { stream: string })[]> {
	const figures = await Promise.all(
		streams.map(async (stream) => {
			const groups = await groupFigures(redis, stream, Date.now());
			return groups.map((group) => ({ ...group, stream }));
		}),
	);
	return figures.flat();
}

async function keysOf(redis: Redis, pattern: string): Promise<string[]> {
	const keys = new Set<string>();
	for (let cursor = '0'; ; ) {
		const [next, found] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 1_000);
		for (const key of found) keys.add(key);
		if (next === '0') return [...keys];
		cursor = next;
	}
}
