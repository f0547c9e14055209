import { money } from '@infinite-blob/money/money';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import type { ChargeRequest, PaymentProvider, RefundRequest } from '../src/payment-provider.ts';
import { type TestProviderOptions, testProvider } from '../src/test-provider.ts';

/** A test bank on a Redis of its own, whose clock stands still. */
export interface Bank extends AsyncDisposable {
	redis: Redis;
	/** A client of the bank; another one each time, as after a restart. */
	provider(options?: Partial<TestProviderOptions>): PaymentProvider;
}

export async function openBank(): Promise<Bank> {
	const server = await startTestRedis();
	const redis = await connectRedis(server.url, 'test');
	const transactions = new Transactions(redis);
	return {
		redis,
		provider: (options) => testProvider({ redis, transactions, clock: () => 1_000, ...options }),
		async [Symbol.asyncDispose]() {
			transactions[Symbol.dispose]();
			redis.disconnect();
			await server[Symbol.asyncDispose]();
		},
	};
}

export function charge(change: Partial<ChargeRequest>): ChargeRequest {
	return {
		idempotencyKey: 'ord_1:1',
		intendedAt: 900,
		orderId: 'ord_1',
		attempt: 1,
		amount: money(2_900, 'EUR'),
		paymentMethod: 'pm_card_visa',
		description: 'Infinite Blob IB-000001',
		...change,
	};
}

export function refund(change: Partial<RefundRequest>): RefundRequest {
	return {
		idempotencyKey: 'refund:ch_1',
		intendedAt: 950,
		orderId: 'ord_1',
		chargeId: 'ch_1',
		amount: money(2_900, 'EUR'),
		...change,
	};
}
