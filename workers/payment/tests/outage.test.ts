import { endOutage, startOutage } from '@infinite-blob/payment-provider/bank-outage';
import { type TestProviderOptions, testProvider } from '@infinite-blob/payment-provider/test-provider';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { KillableRedis } from '@infinite-blob/testing/killable-redis';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startPayment } from '../src/start-payment.ts';
import { anOrder, askRefund, grant, Observed } from './payment-fixture.ts';

// The pauses between tries, so that hours of tries pass in seconds.
vi.mock('@infinite-blob/events/retry-delay', () => ({
	retryDelay: () => new Promise((resolve) => setTimeout(resolve, 5)),
}));

let server: TestRedis;
let redis: Redis;
let observed: Observed;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	observed = new Observed(redis);
});

afterEach(() => endOutage(redis));

afterAll(async () => {
	redis.disconnect();
	await server[Symbol.asyncDispose]();
});

function startWorker(redisUrl: string, bank: Pick<TestProviderOptions, 'timeoutMs' | 'slowMs'>) {
	return startPayment(
		{ PAYMENT_PORT: 0, HOST: '127.0.0.1', REDIS_URL: redisUrl, REPLICA: '1' },
		silentLogger,
		(_config, connection, transactions) => testProvider({ redis: connection, transactions, ...bank }),
	);
}

const timesAsked = async (orderId: string) => Number(await redis.get(`bank:asked:${orderId}:1`));

test('an order asked for during hours of outage is neither given up nor declined, and charged once after it', async () => {
	await using _worker = await startWorker(server.url, {});
	await startOutage(redis, { trouble: 'unavailable' });
	const order = anOrder('ord_hours');
	await observed.announce(grant(order));
	// With pauses of up to half a minute, 23 s in the mean: more than an hour.
	await eventually(async () => expect(await timesAsked(order.id)).toBeGreaterThan(200), 15_000);
	expect(await observed.deadLetters()).toBe(0);
	expect(await observed.reports(order.id)).toEqual([]);
	await endOutage(redis);
	await observed.seen(order.id, 'payment.charge_succeeded');
	expect(await observed.charges(order.id)).toHaveLength(1);
});

test.each(['timeout_before', 'timeout_after', 'unavailable'] as const)(
	'what gathers while every second call fails (%s) is charged and refunded once each',
	async (trouble) => {
		await startOutage(redis, { trouble, share: 0.5 });
		await using _worker = await startWorker(server.url, { timeoutMs: 300 });
		const orders = Array.from({ length: 40 }, (_, index) => anOrder(`ord_${trouble}_${index}`));
		for (const order of orders) await observed.announce(grant(order));
		for (const order of orders) await observed.seen(order.id, 'payment.charge_succeeded', 1, 15_000);
		for (const order of orders) {
			const charges = await observed.charges(order.id);
			expect(charges).toHaveLength(1);
			await observed.announce(askRefund(order, charges[0]!.id));
		}
		for (const order of orders) {
			await observed.seen(order.id, 'payment.charge_refunded', 1, 15_000);
			expect(await observed.refunds(order.id)).toHaveLength(1);
		}
		expect(await observed.deadLetters()).toBe(0);
	},
	60_000,
);

test('charges that are answered late do not hold up those of others', async () => {
	// Never, as far as this test is concerned.
	await using _worker = await startWorker(server.url, { timeoutMs: 600_000, slowMs: 600_000 });
	const slow = Array.from({ length: 50 }, (_, index) =>
		anOrder(`ord_slow_${index}`, { paymentMethod: 'pm_test_slow' }),
	);
	for (const order of slow) await observed.announce(grant(order));
	await eventually(async () => {
		for (const { id } of slow) expect(await observed.charges(id)).toHaveLength(1);
	}, 15_000);
	await observed.announce(grant(anOrder('ord_swift')));
	await observed.seen('ord_swift', 'payment.charge_succeeded');
});

test('a Redis killed in the middle of charges comes back to each of them charged once and reported', async () => {
	await using own = await KillableRedis.start();
	await using _worker = await startWorker(own.url, { slowMs: 1_000 });
	const connection = await connectRedis(own.url, 'test');
	const there = new Observed(connection);
	const orders = Array.from({ length: 20 }, (_, index) =>
		anOrder(`ord_${index}`, { paymentMethod: index % 2 === 0 ? 'pm_test_slow' : 'pm_card_visa' }),
	);
	for (const order of orders) await there.announce(grant(order));
	await eventually(async () => expect(await there.charges('ord_0')).toHaveLength(1));
	await own.kill();
	await own.start();
	for (const { id } of orders) {
		const [report] = await there.seen(id, 'payment.charge_succeeded', 1, 15_000);
		const charges = await there.charges(id);
		expect(charges).toHaveLength(1);
		expect(report?.data).toMatchObject({ chargeId: charges[0]!.id });
	}
	expect(await there.deadLetters()).toBe(0);
	connection.disconnect();
}, 40_000);
