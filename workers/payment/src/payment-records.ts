import { appendTo } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import type { Redis } from '@infinite-blob/redis/connect';
import { execute } from '@infinite-blob/redis/execute';

/** One movement of money: meant, and then done with what the provider answered. In between it is in doubt. */
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

	constructor(redis: Redis) {
		this.#redis = redis;
	}

	/** The record as it stands, after noting the intent when there was none. */
	async begin<Result>(key: string, now: number): Promise<PaymentRecord<Result>> {
		const intent: PaymentRecord<Result> = { intendedAt: now };
		const known = await this.#redis.set(key, JSON.stringify(intent), 'NX', 'GET');
		return known === null ? intent : (JSON.parse(known) as PaymentRecord<Result>);
	}

	/** Writes the provider's answer and the event that reports it in one step, so that no crash separates them. */
	async finish<Result>(key: string, record: PaymentRecord<Result>, event: Envelope): Promise<void> {
		const multi = this.#redis.multi().set(key, JSON.stringify(record));
		await execute(appendTo(multi, 'orders.events', event));
	}
}
