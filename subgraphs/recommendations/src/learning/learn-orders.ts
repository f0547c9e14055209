import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { orderRecord } from '../domain/order-record.ts';
import { type Purchase, tally } from '../domain/tally.ts';
import type { GenerationKeys } from '../keys.ts';
import type { Lesson } from './learner.ts';

/** Counts orders that were paid, each once however often it is told. @param now epoch milliseconds */
export function orderLesson(purchases: readonly Purchase[], now: number): Lesson {
	const all = [...new Map(purchases.map((purchase) => [purchase.order, purchase])).values()].map(
		(purchase) => ({
			purchase,
			...orderRecord(purchase.order),
		}),
	);
	const buckets = Map.groupBy(all, ({ bucket }) => bucket);
	return {
		watched: (keys) => [...buckets.keys()].map(keys.counted),
		async decide(redis, keys) {
			const news = (
				await Promise.all([...buckets].map(([bucket, told]) => uncounted(redis, keys.counted(bucket), told)))
			).flat();
			return news.length === 0 ? undefined : (multi) => write(multi, keys, news, now);
		},
	};
}

type Recorded = { purchase: Purchase; bucket: string; member: string };

async function uncounted(redis: Redis, key: string, told: Recorded[]): Promise<Recorded[]> {
	const counted = await redis.smismember(key, ...told.map(({ member }) => member));
	return told.filter((_, place) => counted[place] === 0);
}

function write(multi: ChainableCommander, keys: GenerationKeys, news: Recorded[], now: number): void {
	for (const [bucket, records] of Map.groupBy(news, ({ bucket }) => bucket))
		multi.sadd(keys.counted(bucket), ...records.map(({ member }) => member));
	const { orders, sold, trend, together } = tally(
		news.map(({ purchase }) => purchase),
		now,
	);
	multi.incrby(keys.orders, orders);
	for (const [id, count] of sold) multi.hincrby(keys.sold, id, count);
	for (const [id, weight] of trend) multi.zincrby(keys.trending, weight, id);
	for (const [id, others] of together)
		for (const [other, count] of others) multi.zincrby(keys.bought(id), count, other);
}
