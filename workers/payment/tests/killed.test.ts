import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { eventually } from '@infinite-blob/testing/eventually';
import { KillableProcess } from '@infinite-blob/testing/killable-process';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOrder, askRefund, grant, Observed } from './payment-fixture.ts';

let server: TestRedis;
let redis: Redis;
let observed: Observed;
let worker: KillableProcess;
const patienceMs = 15_000;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	observed = new Observed(redis);
	worker = workerProcess('1');
	worker.start();
});

afterAll(async () => {
	await worker[Symbol.asyncDispose]();
	redis.disconnect();
	await server[Symbol.asyncDispose]();
});

function workerProcess(REPLICA: string): KillableProcess {
	const settings = { REDIS_URL: server.url, PAYMENT_PORT: 0, REPLICA, LOG_LEVEL: 'info', LOG_FORMAT: 'json' };
	return new KillableProcess(new URL('../src/main.ts', import.meta.url), settings);
}

async function chargedBefore({ id: orderId, total: amount, paymentMethod }: OrderSnapshot) {
	using transactions = new Transactions(redis);
	const bank = testProvider({ redis, transactions, timeoutMs: 100 });
	const key = { idempotencyKey: `${orderId}:1`, orderId, attempt: 1, intendedAt: 1 };
	await expect(bank.charge({ ...key, amount, paymentMethod, description: '' })).rejects.toThrow();
	return eventually(
		async () => (await observed.charges(orderId))[0] ?? Promise.reject(new Error('no charge')),
	);
}

test.each(['pm_test_timeoutAfterCharge', 'pm_test_slow'])(
	'a worker killed between the charge and its record charges once and reports it (%s)',
	async (paymentMethod) => {
		const order = anOrder(`ord_${paymentMethod}`, { paymentMethod });
		await observed.announce(grant(order));
		const [made] = await eventually(async () => {
			const charges = await observed.charges(order.id);
			expect(charges).toHaveLength(1);
			return charges;
		}, patienceMs);
		await worker.kill();
		expect(await observed.reports(order.id)).toEqual([]);

		worker.start();
		const reports = await observed.seen(order.id, 'payment.charge_succeeded', 1, patienceMs);
		expect(reports.map(({ data }) => data)).toMatchObject([{ attempt: 1, chargeId: made!.id }]);
		expect(await observed.charges(order.id)).toHaveLength(1);
	},
	40_000,
);

test('a worker killed before the charge charges once', async () => {
	const order = anOrder('ord_before', { paymentMethod: 'pm_test_timeoutBeforeCharge' });
	await observed.announce(grant(order));
	await eventually(async () => expect(await redis.get(`bank:asked:${order.id}:1`)).toBe('1'), patienceMs);
	await worker.kill();
	expect(await observed.charges(order.id)).toEqual([]);
	expect(JSON.parse((await redis.get(`payment:attempt:${order.id}:1`))!)).toEqual({
		intendedAt: expect.any(Number),
	});

	worker.start();
	await observed.seen(order.id, 'payment.charge_succeeded', 1, patienceMs);
	expect(await observed.charges(order.id)).toHaveLength(1);
}, 40_000);

test('a worker killed between the refund and its record pays back once and reports it', async () => {
	// A refund with this card is made and not answered at first, as its charge.
	const order = anOrder('ord_back', { paymentMethod: 'pm_test_timeoutAfterCharge' });
	const charge = await chargedBefore(order);
	await observed.announce(askRefund(order, charge.id));
	const [made] = await eventually(async () => {
		const refunds = await observed.refunds(order.id);
		expect(refunds).toHaveLength(1);
		return refunds;
	}, patienceMs);
	await worker.kill();
	expect(await observed.reports(order.id, 'payment.charge_refunded')).toEqual([]);

	worker.start();
	const [report] = await observed.seen(order.id, 'payment.charge_refunded', 1, patienceMs);
	expect(report?.data).toMatchObject({ chargeId: charge.id, refundId: made!.id });
	expect(await observed.refunds(order.id)).toHaveLength(1);
}, 40_000);

test('workers killed again and again charge each order once and report it', async () => {
	await using second = workerProcess('2');
	second.start();
	await second.says(/./);
	// Slow answers, so that each kill finds charges that are made and not recorded.
	const orders = Array.from({ length: 30 }, (_, index) =>
		anOrder(`ord_again_${index}`, { paymentMethod: index % 3 === 0 ? 'pm_test_slow' : 'pm_card_visa' }),
	);
	for (const [index, order] of orders.entries()) {
		await observed.announce(grant(order));
		if (index % 10 !== 9) continue;
		await sleep(Math.random() * 100);
		const victim = index % 2 === 0 ? worker : second;
		await victim.kill();
		victim.start();
		await victim.says(/./);
	}
	for (const order of orders) {
		const reports = await observed.seen(order.id, 'payment.charge_succeeded', 1, patienceMs);
		const charges = await observed.charges(order.id);
		expect(charges).toHaveLength(1);
		for (const { data } of reports) expect(data).toMatchObject({ chargeId: charges[0]!.id });
	}
	expect(await observed.deadLetters()).toBe(0);
}, 90_000);
