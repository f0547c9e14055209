import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { downloadLimit } from './domain/order.ts';

const downloadsKey = (orderId: string) => `orders:downloads:${orderId}`;

/** How many links were made to the original of each bought line. */
export class DownloadCounts {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/**
	 * Counts one download of a line.
	 *
	 * @returns how many remain after it, or undefined when none was left
	 */
	take(orderId: string, lineId: string): Promise<number | undefined> {
		return this.#transactions.run<number | undefined>([downloadsKey(orderId)], async (redis) => {
			const used = Number((await redis.hget(downloadsKey(orderId), lineId)) ?? 0);
			if (used >= downloadLimit) return { result: undefined };
			return {
				result: downloadLimit - used - 1,
				write: (multi) => multi.hincrby(downloadsKey(orderId), lineId, 1),
			};
		});
	}

	/** How many downloads were taken, by line. */
	taken(orderId: string): Promise<Record<string, string>> {
		return this.#redis.hgetall(downloadsKey(orderId));
	}
}
