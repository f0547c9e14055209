import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { cartKey, nextVersion, storeCart } from './cart-repository.ts';
import type { CouponRepository } from './coupon-repository.ts';
import { countUse, customerKey, keepHold, releaseHold } from './coupon-uses.ts';
import type { Cart } from './domain/cart.ts';
import { couponCode } from './domain/coupon.ts';
import { takeOut } from './domain/purchase.ts';
import { isApplied, recordKey, settled } from './order-record.ts';

/**
 * What orders do to carts and coupons. Each effect and its record are one transaction, so that an event delivered
 * again, or after a later one, changes nothing.
 */
export class OrderEffects {
	readonly #transactions: Transactions;
	readonly #coupons: CouponRepository;
	readonly #now: () => number;

	constructor(transactions: Transactions, coupons: CouponRepository, now: () => number) {
		this.#transactions = transactions;
		this.#coupons = coupons;
		this.#now = now;
	}

	/** A paid order takes what it bought out of its cart and uses its coupon. */
	async paid(order: OrderSnapshot): Promise<void> {
		const code = codeOf(order);
		const customer = await this.#customerOf(order);
		await this.#once(order, [cartKey(order.cartId), ...customer], async (redis) => {
			const cart = await readJson<Cart>(redis, cartKey(order.cartId));
			const left = cart && takeOut(cart, order);
			const free = await keysFreeFor(order, customer, redis);
			return (multi) => {
				if (left && left !== cart) storeCart(multi, nextVersion(left, this.#now()));
				if (code) countUse(multi, code, order.id);
				for (const key of free) multi.set(key, order.id);
				multi.set(recordKey(order.id), settled);
			};
		});
	}

	/** A placed order, or one to be charged again, keeps the use of the coupon that was held for it. */
	async placed(order: OrderSnapshot): Promise<void> {
		const code = codeOf(order);
		const customer = await this.#customerOf(order);
		await this.#once(order, customer, async (redis) => {
			const free = await keysFreeFor(order, customer, redis);
			return (multi) => {
				if (code) keepHold(multi, code, order.id);
				for (const key of free) multi.set(key, order.id);
				multi.set(recordKey(order.id), order.version);
			};
		});
	}

	/** A declined or cancelled order gives its use of the coupon back. */
	async released(order: OrderSnapshot): Promise<void> {
		const code = codeOf(order);
		const customer = await this.#customerOf(order);
		await this.#once(order, customer, async (redis) => {
			const free = await keysFreeFor(order, customer, redis);
			return (multi) => {
				if (code) releaseHold(multi, code, order.id);
				for (const key of free) multi.del(key);
				multi.set(recordKey(order.id), order.version);
			};
		});
	}

	/** The key of the customer's one use, where the order's coupon may be used once by each. */
	async #customerOf(order: OrderSnapshot): Promise<string[]> {
		const code = codeOf(order);
		const coupon = code === undefined ? undefined : await this.#coupons.find(code);
		return coupon?.oncePerCustomer ? [customerKey(coupon.code, order.customer.email)] : [];
	}

	#once(
		order: OrderSnapshot,
		keys: string[],
		effect: (redis: Redis) => Promise<(multi: ChainableCommander) => void>,
	): Promise<void> {
		return this.#transactions.run([recordKey(order.id), ...keys], async (redis) => {
			if (await isApplied(redis, order.id, order.version)) return { result: undefined };
			return { write: await effect(redis), result: undefined };
		});
	}
}

function codeOf(order: OrderSnapshot): string | undefined {
	return order.coupon === null ? undefined : couponCode(order.coupon);
}

/** Those of the keys that are nobody's, or this order's. */
async function keysFreeFor(order: OrderSnapshot, keys: string[], redis: Redis): Promise<string[]> {
	const holders = await Promise.all(keys.map((key) => redis.get(key)));
	return keys.filter((_, index) => (holders[index] ?? order.id) === order.id);
}
