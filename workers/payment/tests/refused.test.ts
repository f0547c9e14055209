import { listDeadLetters } from '@infinite-blob/events/dead-letters';
import { money } from '@infinite-blob/money/money';
import { listDeclines } from '@infinite-blob/payment-provider/bank-ledger';
import type { ChargeRequest, PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPayment } from '../src/start-payment.ts';
import { anOrder, askRefund, grant, Observed } from './payment-fixture.ts';

let server: TestRedis;
let redis: Redis;
let transactions: Transactions;
let bank: PaymentProvider;
let observed: Observed;
let worker: AsyncDisposable;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	transactions = new Transactions(redis);
	bank = testProvider({ redis, transactions });
	observed = new Observed(redis);
	worker = await startPayment(
		{ PAYMENT_PORT: 0, HOST: '127.0.0.1', REDIS_URL: server.url, REPLICA: '1' },
		silentLogger,
	);
});

afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	transactions[Symbol.dispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
});

/** What the worker would ask for the order's charge, with something else about it. */
function asked(orderId: string, change: Partial<ChargeRequest>): ChargeRequest {
	return {
		idempotencyKey: `${orderId}:1`,
		intendedAt: 1,
		orderId,
		attempt: 1,
		amount: anOrder(orderId).total,
		paymentMethod: 'pm_card_visa',
		description: 'asked by an older release',
		...change,
	};
}

async function charged(orderId: string): Promise<string> {
	await observed.announce(grant(anOrder(orderId)));
	await observed.seen(orderId, 'payment.charge_succeeded');
	return (await observed.charges(orderId))[0]!.id;
}

test('a charge that is refused for good is reported as declined with a code and what to do', async () => {
	// Declined under the attempt's key, with other parameters.
	await bank.charge(asked('ord_refused', { paymentMethod: 'pm_card_chargeDeclined' }));
	await observed.announce(grant(anOrder('ord_refused')));
	const [report] = await observed.seen('ord_refused', 'payment.charge_declined');
	expect(report?.data).toEqual({
		orderId: 'ord_refused',
		attempt: 1,
		declineCode: 'payment_refused',
		reason: expect.stringContaining('Try again'),
		last4: null,
	});
	expect(await observed.charges('ord_refused')).toEqual([]);
	expect((await listDeclines(redis)).filter(({ orderId }) => orderId === 'ord_refused')).toHaveLength(1);
});

test('money that was taken for the attempt in other words is reported, not declined', async () => {
	await bank.charge(asked('ord_reworded', {}));
	await observed.announce(grant(anOrder('ord_reworded')));
	const [report] = await observed.seen('ord_reworded', 'payment.charge_succeeded');
	const [only, ...others] = await observed.charges('ord_reworded');
	expect(others).toEqual([]);
	expect(report?.data).toMatchObject({ chargeId: only?.id, last4: '4242', chargedAt: only?.chargedAt });
});

test('another amount that was taken for the attempt is paid back before the order is declined', async () => {
	await bank.charge(asked('ord_other_amount', { amount: money(9_900, 'USD') }));
	await observed.announce(grant(anOrder('ord_other_amount')));
	await observed.seen('ord_other_amount', 'payment.charge_declined');
	expect(await observed.charges('ord_other_amount')).toMatchObject([
		{ amount: money(9_900, 'USD'), refunded: 9_900 },
	]);
});

test('a refund of an unknown charge goes to the dead letters at once, with what is wrong', async () => {
	await observed.announce(askRefund(anOrder('ord_no_charge'), 'ch_nobody'));
	await eventually(async () => {
		const letters = await listDeadLetters(redis, 'orders.events');
		expect(letters).toContainEqual(
			expect.objectContaining({
				group: 'payment',
				error: expect.stringContaining('there is no charge ch_nobody'),
			}),
		);
	});
	expect(await observed.reports('ord_no_charge', 'payment.charge_refunded')).toEqual([]);
	// The next event of the order is not held up.
	await charged('ord_no_charge');
});

test('a refund beyond what was charged goes to the dead letters and pays nothing back', async () => {
	const chargeId = await charged('ord_too_much');
	const dead = await observed.deadLetters();
	await observed.announce(askRefund(anOrder('ord_too_much', { total: money(9_900, 'USD') }), chargeId));
	await eventually(async () => expect(await observed.deadLetters()).toBe(dead + 1));
	expect(await observed.charges('ord_too_much')).toMatchObject([{ refunded: 0 }]);
});

test('a charge that was paid back by hand counts as refunded, once', async () => {
	const chargeId = await charged('ord_by_hand');
	const order = anOrder('ord_by_hand');
	const { refundId } = await bank.refund({
		idempotencyKey: 'by hand',
		intendedAt: 1,
		orderId: order.id,
		chargeId,
		amount: order.total,
	});
	await observed.announce(askRefund(order, chargeId));
	const [report] = await observed.seen(order.id, 'payment.charge_refunded');
	expect(report?.data).toMatchObject({ orderId: order.id, chargeId, refundId });
	expect(await observed.refunds(order.id)).toMatchObject([{ id: refundId }]);
});

test('an order that a coupon made free is paid and refunded without the provider', async () => {
	const free = anOrder('ord_free', { total: money(0, 'USD'), paymentMethod: 'pm_card_chargeDeclined' });
	for (let times = 0; times < 2; times++) await observed.announce(grant(free));
	const [report, again] = await observed.seen(free.id, 'payment.charge_succeeded', 2);
	expect(report?.data).toMatchObject({ orderId: free.id, attempt: 1, last4: null });
	expect(again?.data).toEqual(report?.data);
	const { chargeId } = report!.data as { chargeId: string };
	await observed.announce(askRefund(free, chargeId));
	const [refunded] = await observed.seen(free.id, 'payment.charge_refunded');
	expect(refunded?.data).toMatchObject({ orderId: free.id, chargeId });
	expect(await redis.exists('bank:asked:ord_free:1', `bank:asked:refund:${chargeId}`)).toBe(0);
});
