import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { LiveCatalogue } from '../src/catalogue/live-catalogue.ts';
import type { Purchase } from '../src/domain/tally.ts';
import { prepareGenerations } from '../src/generations.ts';
import { keysOf } from '../src/keys.ts';
import { Learner } from '../src/learning/learner.ts';
import { Popular } from '../src/popular.ts';
import { Recommender } from '../src/recommender.ts';

/** What the service is made of, on a Redis of its own, without its server and its consumers. */
export async function partsUnderTest() {
	await using started = new AsyncDisposableStack();
	const { url } = started.use(await startTestRedis());
	const redis = started.adopt(await connectRedis(url, 'tests'), disconnect);
	const transactions = started.use(new Transactions(redis));
	await prepareGenerations(redis);
	const clock = { now: Date.UTC(2026, 9, 1) };
	const seldom = { lookEveryMs: 1e9, readEveryMs: 1e9 };
	const onError = (error: unknown) => {
		throw error;
	};
	const catalogue = started.use(await LiveCatalogue.follow({ redis, onError, ...seldom }));
	const popular = started.use(await Popular.follow({ redis, catalogue, onError, ...seldom }));
	const recommender = new Recommender(redis, catalogue, popular);
	const running = started.move();
	return {
		url,
		redis,
		transactions,
		clock,
		learner: new Learner(redis, transactions),
		catalogue,
		/** As it is when everything learned so far has been heard of. */
		async recommender() {
			await catalogue.refresh();
			await popular.refresh();
			return recommender;
		},
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

export type PartsUnderTest = Awaited<ReturnType<typeof partsUnderTest>>;

export function exampleSnapshot(change: Partial<ProductSnapshot> & { id: string }): ProductSnapshot {
	const rest = { handle: change.id, name: change.id, description: '', tags: [], price: 1 };
	return { ...rest, available: true, createdAt: 0, version: 1, ...change };
}

export function examplePurchase(order: string, products: string[], paidAt = Date.UTC(2026, 8, 1)): Purchase {
	return { order, paidAt, lines: products.map((product) => ({ product, quantity: 1 })) };
}

/** All that a generation has learned, for comparing it with another; numbers that were added up are rounded. */
export async function learnedBy(redis: Redis, generation: number): Promise<Record<string, unknown>> {
	const { prefix } = keysOf(generation);
	const found: Record<string, unknown> = {};
	const keys = (await redis.keys(`${prefix}*`)).filter((key) => key !== `${prefix}changed`);
	for (const key of keys.toSorted()) found[key.slice(prefix.length)] = await read(redis, key);
	return found;
}

async function read(redis: Redis, key: string): Promise<unknown> {
	switch (await redis.type(key)) {
		case 'hash': {
			const all = Object.entries(await redis.hgetall(key)).filter(([, value]) => value !== '0');
			// What came and went is as if it had never been.
			return all.length > 0 ? Object.fromEntries(all) : undefined;
		}
		case 'set':
			return (await redis.smembers(key)).toSorted();
		case 'zset': {
			const flat = ((await redis.zrange(key, '0', '-1', 'WITHSCORES')) as unknown[]).flat();
			const pairs = Array.from({ length: flat.length / 2 }, (_, i) => [
				flat[2 * i],
				Number(Number(flat[2 * i + 1]).toPrecision(9)),
			]);
			return Object.fromEntries(pairs);
		}
		case 'string':
			return redis.get(key);
		default:
			return redis.call('JSON.GET', key);
	}
}

/** The lines of an export of 2,000 products. */
export function manySnapshots(): string[] {
	return Array.from({ length: 2_000 }, (_, i) =>
		JSON.stringify(
			exampleSnapshot({ id: `p${i}`, tags: [`tag ${i % 50}`], createdAt: i, available: i % 10 > 0 }),
		),
	);
}

/** The lines of an export of 3,000 orders. */
export function manyPurchases(): string[] {
	return Array.from({ length: 3_000 }, (_, i) => {
		const lines = [i % 100, (i * 7) % 100].map((product) => ({ productId: `p${product}`, quantity: 1 }));
		return JSON.stringify({ orderId: `ord_${i}`, paidAt: Date.UTC(2026, 8, 1) + i, lines });
	});
}
