import { appendTo } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';

/** One movement of money: meant, and then done with what it came to. In between it is in doubt. */
export interface PaymentRecord<Result> {
	/** Epoch milliseconds. */
	intendedAt: number;
	result?: Result;
}

export function attemptKey(orderId: string, attempt: number): string {
	return `payment:attempt:${orderId}:${attempt}`;
}

export function refundKey(chargeId: string): string {
	return `payment:refund:${chargeId}`;
}

/** What the worker knows of charges and refunds: written before the provider is asked, and after it answered. */
export class PaymentRecords {
	readonly #redis: Redis;
	readonly #transactions: Transactions;

	constructor(redis: Redis, transactions: Transactions) {
		this.#redis = redis;
		this.#transactions = transactions;
	}

	/** The record as it stands, after noting the intent when there was none. */
	async begin<Result>(key: string, now: number): Promise<PaymentRecord<Result>> {
		const intent: PaymentRecord<Result> = { intendedAt: now };
		const known = await this.#redis.set(key, JSON.stringify(intent), 'NX', 'GET');
		return known === null ? intent : (JSON.parse(known) as PaymentRecord<Result>);
	}

	/**
	 * Writes what it came to and the event that reports it in one step, so that no crash separates them.
	 *
	 * @param decide what it came to in the end, given what another replica recorded in the meantime; runs again when
	 * the record changes under it
	 */
	async finish<Result>(
		key: string,
		{ intendedAt }: PaymentRecord<Result>,
		decide: (known: Result | undefined) => Result,
		report: (result: Result) => Envelope,
	): Promise<void> {
		await this.#transactions.run([key], async (redis) => {
			const text = await redis.get(key);
			const known = text === null ? undefined : (JSON.parse(text) as PaymentRecord<Result>).result;
			const result = decide(known);
			return {
				result: undefined,
				write(multi) {
					if (result !== known) multi.set(key, JSON.stringify({ intendedAt, result }));
					appendTo(multi, 'orders.events', report(result));
				},
			};
		});
	}
}
