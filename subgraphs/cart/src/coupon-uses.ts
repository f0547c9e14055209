import type { ChainableCommander, Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import { isUsedUp } from './domain/apply-coupon.ts';
import { type Coupon, isExpired } from './domain/coupon.ts';
import { customerHash } from './domain/customer-hash.ts';
import { isApplied, recordKey } from './order-record.ts';

// A use held for an order that was never written, since its service died, comes free again after this time.
const lapseMs = 15 * 60 * 1000;
const never = Number.MAX_SAFE_INTEGER;

/** Orders that hold a use, scored by the time at which it lapses: never, once the order is placed. */
const holdsKey = (code: string) => `cart:coupon-holds:${code}`;
/** Orders that were paid with the coupon. */
const usesKey = (code: string) => `cart:coupon-uses:${code}`;

/** The order with which a customer uses, or holds a use of, a coupon that each may use once. */
export function customerKey(code: string, email: string): string {
	return `cart:coupon-customer:${code}:${customerHash(email)}`;
}

/** How often coupons are used and held, and by whom. */
export class CouponUses {
	readonly #redis: Redis;
	readonly #transactions: Transactions;
	readonly #now: () => number;

	constructor(redis: Redis, transactions: Transactions, now: () => number) {
		this.#redis = redis;
		this.#transactions = transactions;
		this.#now = now;
	}

	/** How many orders have used the coupon or hold a use of it. */
	count(code: string): Promise<number> {
		return countUses(this.#redis, code, this.#now());
	}

	/**
	 * Holds one use of a coupon for an order. The same order holds it once, however often it asks.
	 *
	 * The hold is for the version that the order is about to come to, and puts on record that what happened before is
	 * over: that it was declined may be heard of late, and would give away what is held to charge it again.
	 *
	 * @returns why it cannot be held, for people, or undefined when it is
	 */
	reserve(coupon: Coupon, orderId: string, version: number, email: string): Promise<string | undefined> {
		const { code, usageLimit, oncePerCustomer } = coupon;
		const customer = customerKey(code, email);
		// Without a limit orders need not wait for each other.
		const counters = usageLimit === null ? [] : [holdsKey(code), usesKey(code)];
		return this.#transactions.run([customer, recordKey(orderId), ...counters], async (redis) => {
			const now = this.#now();
			const upToDate = await isApplied(redis, orderId, version - 1);
			const held = await isHeld(redis, code, orderId, now);
			if (held && upToDate) return { result: undefined };
			if (isExpired(coupon, now)) return { result: `The time of the coupon ${code} is over.` };
			const holder = await redis.get(customer);
			if (oncePerCustomer && holder !== null && holder !== orderId) {
				return { result: `The coupon ${code} is for one order of each customer.` };
			}
			const others = (await countUses(redis, code, now)) - (held ? 1 : 0);
			if (isUsedUp(coupon, others)) {
				return { result: `The coupon ${code} has been used as often as it may.` };
			}
			return {
				result: undefined,
				write(multi) {
					multi.zremrangebyscore(holdsKey(code), '-inf', now);
					multi.zadd(holdsKey(code), now + lapseMs, orderId);
					if (oncePerCustomer) multi.set(customer, orderId, 'PX', lapseMs);
					if (!upToDate) multi.set(recordKey(orderId), version - 1);
				},
			};
		});
	}
}

/** Queues that a hold stands as long as its order does. */
export function keepHold(multi: ChainableCommander, code: string, orderId: string): void {
	multi.zadd(holdsKey(code), never, orderId);
}

/** Queues that a paid order used the coupon, whether it held a use or not. */
export function countUse(multi: ChainableCommander, code: string, orderId: string): void {
	multi.zrem(holdsKey(code), orderId);
	multi.sadd(usesKey(code), orderId);
}

/** Queues that an order holds no use any more. */
export function releaseHold(multi: ChainableCommander, code: string, orderId: string): void {
	multi.zrem(holdsKey(code), orderId);
}

async function isHeld(redis: Redis, code: string, orderId: string, now: number): Promise<boolean> {
	const lapsesAt = await redis.zscore(holdsKey(code), orderId);
	if (lapsesAt !== null && Number(lapsesAt) > now) return true;
	return (await redis.sismember(usesKey(code), orderId)) === 1;
}

async function countUses(redis: Redis, code: string, now: number): Promise<number> {
	const [held, used] = await Promise.all([
		redis.zcount(holdsKey(code), `(${now}`, '+inf'),
		redis.scard(usesKey(code)),
	]);
	return held + used;
}
