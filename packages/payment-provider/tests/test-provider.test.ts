import { money } from '@infinite-blob/money/money';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listCharges } from '../src/bank-ledger.ts';
import {
	type ChargeRequest,
	type PaymentProvider,
	PaymentRefused,
	type RefundRequest,
} from '../src/payment-provider.ts';
import { testCards } from '../src/test-cards.ts';
import { testProvider } from '../src/test-provider.ts';

let server: TestRedis;
let redis: Redis;
let transactions: Transactions;
let provider: PaymentProvider;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	transactions = new Transactions(redis);
	provider = testProvider({ redis, transactions, clock: () => 1_000 });
});

afterAll(async () => {
	transactions[Symbol.dispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
});

function charge(change: Partial<ChargeRequest>): ChargeRequest {
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

function refund(change: Partial<RefundRequest>): RefundRequest {
	return {
		idempotencyKey: 'refund:ch_1',
		intendedAt: 950,
		orderId: 'ord_1',
		chargeId: 'ch_1',
		amount: money(2_900, 'EUR'),
		...change,
	};
}

test('the same key asked for twenty times at once is charged once', async () => {
	const request = charge({ idempotencyKey: 'twenty' });
	const results = await Promise.all(Array.from({ length: 20 }, () => provider.charge(request)));
	expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
	expect(results[0]).toMatchObject({ kind: 'succeeded', last4: '4242', chargedAt: 1_000 });
	const charges = (await listCharges(redis)).filter(({ idempotencyKey }) => idempotencyKey === 'twenty');
	expect(charges).toMatchObject([{ amount: money(2_900, 'EUR'), refunded: 0 }]);
});

test('the same key with another amount is refused', async () => {
	await provider.charge(charge({ idempotencyKey: 'reused' }));
	const other = provider.charge(charge({ idempotencyKey: 'reused', amount: money(1, 'EUR') }));
	await expect(other).rejects.toThrow(PaymentRefused);
});

test('the same key is the same charge, whenever it was meant', async () => {
	const first = await provider.charge(charge({ idempotencyKey: 'meant-later' }));
	expect(await provider.charge(charge({ idempotencyKey: 'meant-later', intendedAt: 5_000 }))).toEqual(first);
});

test.each(testCards)('$name comes to what it stands for', async ({ name, last4, outcome }) => {
	const result = await provider.charge(charge({ idempotencyKey: `card-${name}`, paymentMethod: name }));
	expect(result.last4).toBe(last4);
	if (outcome.kind === 'succeeds') expect(result.kind).toBe('succeeded');
	else expect(result).toMatchObject({ kind: 'declined', declineCode: outcome.declineCode });
	const charges = (await listCharges(redis)).filter((one) => one.idempotencyKey === `card-${name}`);
	expect(charges).toHaveLength(outcome.kind === 'succeeds' ? 1 : 0);
});

test('an unknown payment method is declined', async () => {
	const result = await provider.charge(charge({ idempotencyKey: 'unknown', paymentMethod: 'pm_card_gold' }));
	expect(result).toMatchObject({ kind: 'declined', declineCode: 'invalid_payment_method', last4: null });
});

test('a charge is refunded once, however often it is asked for, and never beyond its amount', async () => {
	const result = await provider.charge(charge({ idempotencyKey: 'to-refund' }));
	if (result.kind !== 'succeeded') throw new Error('the charge was declined');
	const { chargeId } = result;
	const refunds = await Promise.all(
		Array.from({ length: 5 }, () => provider.refund(refund({ idempotencyKey: 'refund-1', chargeId }))),
	);
	expect(new Set(refunds.map(({ refundId }) => refundId)).size).toBe(1);
	const again = provider.refund(refund({ idempotencyKey: 'refund-2', chargeId }));
	await expect(again).rejects.toThrow(PaymentRefused);
	const [ledger] = (await listCharges(redis)).filter(({ id }) => id === chargeId);
	expect(ledger?.refunded).toBe(2_900);
});

test('a refund of a charge that does not exist is refused', async () => {
	const unknown = provider.refund(refund({ idempotencyKey: 'refund-x', chargeId: 'ch_x' }));
	await expect(unknown).rejects.toThrow('there is no charge ch_x');
});
