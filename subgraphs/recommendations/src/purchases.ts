import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { coPurchases } from './domain/co-purchases.ts';
import type { Scores } from './domain/ranking.ts';
import { trendWeight } from './domain/trend.ts';
import { keys } from './keys.ts';

/** What the service knows of purchases, learned from the orders' events. */
export class Purchases {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/**
	 * Counts a paid order, once however often it is told.
	 *
	 * @param paidAt epoch milliseconds
	 */
	async learn({ id, lines }: Pick<OrderSnapshot, 'id' | 'lines'>, paidAt: number): Promise<void> {
		const counted = keys.counted(id);
		await this.#transactions.run([counted], async (redis) => {
			if (await redis.exists(counted)) return { result: undefined };
			return {
				result: undefined,
				write: (multi) => {
					multi.set(counted, paidAt);
					for (const { productId, quantity } of lines)
						multi.zincrby(keys.trending, quantity * trendWeight(paidAt), productId);
					for (const [of, other] of coPurchases(lines.map(({ productId }) => productId)))
						multi.zincrby(keys.bought(of), 1, other);
				},
			};
		});
	}

	/** What was bought together with a product, by the number of orders; the most frequent ones. */
	async boughtWith(id: string, count: number): Promise<Scores> {
		const reply: unknown[] = await this.#redis.zrevrange(keys.bought(id), 0, count - 1, 'WITHSCORES');
		// Pairs come flat or nested, depending on the protocol's version.
		const flat = reply.flat();
		const scores: Scores = new Map();
		for (let i = 0; i < flat.length; i += 2) scores.set(String(flat[i]), Number(flat[i + 1]));
		return scores;
	}

	/** Bought most of late, best first. */
	trending(count: number): Promise<string[]> {
		return this.#redis.zrevrange(keys.trending, 0, count - 1);
	}
}
