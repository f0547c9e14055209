import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { movers, patienceMs } from './domain/movement.ts';
import type { Order } from './domain/order.ts';

/** Orders that should move by themselves, scored by when they last did. */
const movingKey = 'orders:moving';
const pageSize = 500;

/** Queues the order's place among those that should move: written together with the order itself. */
export function queueMoving(multi: ChainableCommander, order: Order): void {
	if (movers(order).length > 0) multi.zadd(movingKey, order.updatedAt, order.id);
	else multi.zrem(movingKey, order.id);
}

/** Which orders should move by themselves, and which of them have not for long. */
export class MovingOrders {
	readonly #redis: Redis;
	readonly #now: () => number;

	constructor(redis: Redis, now: () => number) {
		this.#redis = redis;
		this.#now = now;
	}

	count(): Promise<number> {
		return this.#redis.zcard(movingKey);
	}

	countOverdue(): Promise<number> {
		return this.#redis.zcount(movingKey, '-inf', this.#now() - patienceMs);
	}

	/** The ids of those that have not moved for long, in pages, the longest first. */
	async *overdue(): AsyncGenerator<string[], void, void> {
		const before = this.#now() - patienceMs;
		for (let from = 0; ; from += pageSize) {
			const ids = await this.#redis.zrangebyscore(movingKey, '-inf', before, 'LIMIT', from, pageSize);
			if (ids.length > 0) yield ids;
			if (ids.length < pageSize) return;
		}
	}

	/** Adds orders that are not among them yet, such as those of an older shop. */
	async adopt(orders: readonly Order[]): Promise<void> {
		const moving = orders.filter((order) => movers(order).length > 0);
		if (moving.length === 0) return;
		const entries = moving.flatMap(({ id, updatedAt }) => [updatedAt, id]);
		await this.#redis.zadd(movingKey, 'NX', ...entries);
	}

	/** Takes out one that is no order any more. */
	async forget(id: string): Promise<void> {
		await this.#redis.zrem(movingKey, id);
	}
}
