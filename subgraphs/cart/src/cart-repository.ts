import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { type Cart, emptyCart } from './domain/cart.ts';
import type { CartId } from './domain/cart-id.ts';

const dayMs = 24 * 60 * 60 * 1000;
const lifetimeMs = 30 * dayMs;

/** The key of a cart's document. */
export function cartKey(id: string): string {
	return `cart:cart:${id}`;
}

/** Queues a changed cart: its version goes up, and it is kept for another 30 days. */
export function storeCart(multi: ChainableCommander, cart: Cart): void {
	multi.call('JSON.SET', cartKey(cart.id), '$', JSON.stringify(cart));
	multi.pexpire(cartKey(cart.id), lifetimeMs);
}

/** The cart one version further. */
export function nextVersion(cart: Cart, now: number): Cart {
	return { ...cart, version: cart.version + 1, updatedAt: now };
}

export class CartRepository {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/**
	 * A cart that was never changed, or neither read nor changed for 30 days, is an empty one. Reading it keeps it for
	 * another 30 days; once a day is often enough to write that down.
	 */
	async find(id: CartId, now: number): Promise<Cart> {
		const key = cartKey(id);
		const [cart, leftMs] = await Promise.all([readJson<Cart>(this.#redis, key), this.#redis.pttl(key)]);
		if (!cart) return emptyCart(id, now);
		if (leftMs < lifetimeMs - dayMs) await this.#redis.pexpire(key, lifetimeMs);
		return cart;
	}

	/**
	 * Changes a cart without losing any change made beside it.
	 *
	 * @param decide may run several times; answering the very cart it was given writes nothing
	 */
	change<T>(
		id: CartId,
		now: number,
		decide: (cart: Cart) => Promise<{ cart: Cart; result: T }>,
	): Promise<{ cart: Cart; result: T }> {
		return this.#transactions.run([cartKey(id)], async (redis) => {
			const before = (await readJson<Cart>(redis, cartKey(id))) ?? emptyCart(id, now);
			const decided = await decide(before);
			if (decided.cart === before) return { result: decided };
			const cart = nextVersion(decided.cart, now);
			return { write: (multi) => storeCart(multi, cart), result: { ...decided, cart } };
		});
	}
}
