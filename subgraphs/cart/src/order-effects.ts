import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { cartKey, nextVersion, storeCart } from './cart-repository.ts';
import { countUse, customerKey, keepHold, releaseHold } from './coupon-uses.ts';
import type { Cart } from './domain/cart.ts';
import { couponCode } from './domain/coupon.ts';
import { takeOut } from './domain/purchase.ts';

// Longer than any event can be delivered again.
const recordMs = 90 * 24 * 60 * 60 * 1000;
const settled = 'paid';

/** What was last applied of an order: its version, or that it is paid, after which nothing changes. */
const recordKey = (orderId: string) => `cart:order:${orderId}`;

/**
 * What orders do to carts and coupons. Each effect and its record are one transaction, so that an event delivered
 * again, or after a later one, changes nothing.
 */
export class OrderEffects {
	readonly #transactions: Transactions;
	readonly #now: () => number;

	constructor(transactions: Transactions, now: () => number) {
		this.#transactions = transactions;
		this.#now = now;
	}

	/** A paid order takes what it bought out of its cart and uses its coupon. */
	paid(order: OrderSnapshot): Promise<void> {
		const coupon = couponOf(order);
		const keys = [cartKey(order.cartId), ...(coupon ? [coupon.customer] : [])];
		return this.#once(order, keys, async (redis) => {
			const cart = await readJson<Cart>(redis, cartKey(order.cartId));
			const left = cart && takeOut(cart, order);
			const isFirst = coupon !== undefined && isFree(await redis.get(coupon.customer), order);
			return (multi) => {
				if (left && left !== cart) storeCart(multi, nextVersion(left, this.#now()));
				if (coupon) countUse(multi, coupon.code, order.id);
				if (coupon && isFirst) multi.set(coupon.customer, order.id);
				multi.set(recordKey(order.id), settled, 'PX', recordMs);
			};
		});
	}

	/** A placed order, or one to be charged again, keeps the use of the coupon that was held for it. */
	placed(order: OrderSnapshot): Promise<void> {
		const coupon = couponOf(order);
		return this.#once(order, coupon ? [coupon.customer] : [], async (redis) => {
			const isFirst = coupon !== undefined && isFree(await redis.get(coupon.customer), order);
			return (multi) => {
				if (coupon) keepHold(multi, coupon.code, order.id);
				if (coupon && isFirst) multi.set(coupon.customer, order.id);
				multi.set(recordKey(order.id), order.version, 'PX', recordMs);
			};
		});
	}

	/** A declined or cancelled order gives its use of the coupon back. */
	released(order: OrderSnapshot): Promise<void> {
		const coupon = couponOf(order);
		return this.#once(order, coupon ? [coupon.customer] : [], async (redis) => {
			const isOwn = coupon !== undefined && (await redis.get(coupon.customer)) === order.id;
			return (multi) => {
				if (coupon) releaseHold(multi, coupon.code, order.id);
				if (coupon && isOwn) multi.del(coupon.customer);
				multi.set(recordKey(order.id), order.version, 'PX', recordMs);
			};
		});
	}

	#once(
		order: OrderSnapshot,
		keys: string[],
		effect: (redis: Redis) => Promise<(multi: ChainableCommander) => void>,
	): Promise<void> {
		return this.#transactions.run([recordKey(order.id), ...keys], async (redis) => {
			const applied = await redis.get(recordKey(order.id));
			if (applied === settled || Number(applied ?? 0) >= order.version) return { result: undefined };
			return { write: await effect(redis), result: undefined };
		});
	}
}

function couponOf(order: OrderSnapshot): { code: string; customer: string } | undefined {
	const code = order.coupon === null ? undefined : couponCode(order.coupon);
	return code === undefined ? undefined : { code, customer: customerKey(code, order.customer.email) };
}

/** Whether the customer's one use is nobody's, or this order's. */
function isFree(holder: string | null, order: OrderSnapshot): boolean {
	return holder === null || holder === order.id;
}
