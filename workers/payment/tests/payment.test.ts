import { makeEvent } from '@infinite-blob/events/envelope';
import { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import type { PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charge } from '../src/handlers/charge.ts';
import { PaymentRecords } from '../src/payment-records.ts';
import { startPayment } from '../src/start-payment.ts';
import { anOrder, askRefund, grant, Observed } from './payment-fixture.ts';

let server: TestRedis;
let redis: Redis;
let observed: Observed;
const workers: (AsyncDisposable & { url: string })[] = [];

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	observed = new Observed(redis);
	for (const REPLICA of ['1', '2'])
		workers.push(
			await startPayment(
				{ PAYMENT_PORT: 0, HOST: '127.0.0.1', REDIS_URL: server.url, REPLICA },
				silentLogger,
			),
		);
});

afterAll(async () => {
	for (const worker of workers) await worker[Symbol.asyncDispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
});

test('a placed order asks for its claim, and is not charged before it is granted', async () => {
	const order = anOrder('ord_placed');
	await observed.announce(makeEvent(orderPlaced, order.id, { order }, 'test', Date.now()));
	const [request] = await observed.seen(order.id, 'payment.charge_requested');
	expect(request?.data).toEqual({ orderId: order.id, attempt: 1 });
	expect(await observed.charges(order.id)).toEqual([]);
});

test('a retried payment asks for the claim of its attempt', async () => {
	const order = anOrder('ord_retried', { attempt: 2 });
	await observed.announce(makeEvent(paymentRetried, order.id, { order }, 'test', Date.now()));
	const [request] = await observed.seen(order.id, 'payment.charge_requested');
	expect(request?.data).toEqual({ orderId: order.id, attempt: 2 });
});

test('a granted charge delivered ten times is charged once and reported alike', async () => {
	const order = anOrder('ord_granted');
	await Promise.all(Array.from({ length: 10 }, () => observed.announce(grant(order))));
	const reports = await observed.seen(order.id, 'payment.charge_succeeded', 10);
	const charges = await observed.charges(order.id);
	expect(charges).toMatchObject([{ amount: order.total, last4: '4242' }]);
	const [only] = charges;
	for (const { data } of reports)
		expect(data).toEqual({
			orderId: order.id,
			attempt: 1,
			chargeId: only?.id,
			last4: '4242',
			chargedAt: only?.chargedAt,
		});
	const record = JSON.parse((await redis.get(`payment:attempt:${order.id}:1`)) ?? 'null');
	expect(record.result).toMatchObject({ kind: 'succeeded', chargeId: only?.id });
});

test('a charge whose worker died before writing the answer down is asked for again and charged once', async () => {
	const order = anOrder('ord_crashed');
	await observed.announce(grant(order));
	await observed.seen(order.id, 'payment.charge_succeeded');
	await redis.set(`payment:attempt:${order.id}:1`, JSON.stringify({ intendedAt: 1 }));
	await observed.announce(grant(order));
	const [first, second] = await observed.seen(order.id, 'payment.charge_succeeded', 2);
	expect(second?.data).toEqual(first?.data);
	expect(await observed.charges(order.id)).toHaveLength(1);
});

test('a provider that charges and does not answer is asked again and charges once', async () => {
	using transactions = new Transactions(redis);
	const bank = testProvider({ redis, transactions });
	let answers = false;
	const provider: PaymentProvider = {
		...bank,
		async charge(request) {
			const result = await bank.charge(request);
			if (answers) return result;
			throw new Error('the provider timed out');
		},
	};
	const context = {
		redis,
		records: new PaymentRecords(redis, transactions),
		provider,
		logger: silentLogger,
		clock: Date.now,
	};
	const event = grant(anOrder('ord_timeout'));
	await expect(charge(context, event)).rejects.toThrow('timed out');
	expect(await observed.reports('ord_timeout', 'payment.charge_succeeded')).toEqual([]);
	answers = true;
	await charge(context, event);
	expect(await observed.reports('ord_timeout', 'payment.charge_succeeded')).toHaveLength(1);
	expect(await observed.charges('ord_timeout')).toHaveLength(1);
});

test('a declined card is reported with its code, a reason for the shopper and the last four digits', async () => {
	const order = anOrder('ord_declined', { paymentMethod: 'pm_card_chargeDeclinedInsufficientFunds' });
	await observed.announce(grant(order));
	const [report] = await observed.seen(order.id, 'payment.charge_declined');
	expect(report?.data).toMatchObject({
		attempt: 1,
		declineCode: 'insufficient_funds',
		reason: expect.stringContaining('insufficient funds'),
		last4: '9995',
	});
	expect(await observed.charges(order.id)).toEqual([]);
});

test('the next attempt with another card is charged after a decline', async () => {
	const declined = anOrder('ord_second', { paymentMethod: 'pm_card_chargeDeclined' });
	await observed.announce(grant(declined));
	await observed.seen(declined.id, 'payment.charge_declined');
	await observed.announce(grant({ ...declined, attempt: 2, paymentMethod: 'pm_card_mastercard' }));
	const [report] = await observed.seen(declined.id, 'payment.charge_succeeded');
	expect(report?.data).toMatchObject({ attempt: 2, last4: '4444' });
});

test('a refund requested five times is paid back once', async () => {
	const order = anOrder('ord_refunded');
	await observed.announce(grant(order));
	await observed.seen(order.id, 'payment.charge_succeeded');
	const chargeId = (await observed.charges(order.id))[0]!.id;
	await Promise.all(Array.from({ length: 5 }, () => observed.announce(askRefund(order, chargeId))));
	const reports = await observed.seen(order.id, 'payment.charge_refunded', 5);
	expect(new Set(reports.map(({ data }) => JSON.stringify(data))).size).toBe(1);
	expect(await observed.charges(order.id)).toMatchObject([{ refunded: 2_900 }]);
});

test('the worker says that it is ready', async () => {
	const response = await fetch(`${workers[0]?.url}/health/ready`);
	expect(response.status).toBe(200);
});
