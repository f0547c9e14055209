import type { ChargeResult, PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import { connectRedis, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { eventually } from '@infinite-blob/testing/eventually';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charge } from '../src/handlers/charge.ts';
import { refund } from '../src/handlers/refund.ts';
import { PaymentRecords } from '../src/payment-records.ts';
import { startPayment } from '../src/start-payment.ts';
import { anOrder, askRefund, grant, Observed } from './payment-fixture.ts';

let server: TestRedis;
let redis: Redis;
let transactions: Transactions;
let observed: Observed;
const started = new AsyncDisposableStack();

beforeAll(async () => {
	server = started.use(await startTestRedis());
	redis = started.adopt(await connectRedis(server.url, 'test'), (connection) => connection.disconnect());
	transactions = started.use(new Transactions(redis));
	observed = new Observed(redis);
});

afterAll(() => started.disposeAsync());

/** A replica whose provider answers when it is told to. */
function replica() {
	const answer = Promise.withResolvers<never>();
	const asked = Promise.withResolvers<void>();
	const ask = () => {
		asked.resolve();
		return answer.promise;
	};
	const provider: PaymentProvider = {
		charge: ask,
		refund: ask,
		findCharge: async () => undefined,
		findRefund: async () => undefined,
	};
	const records = new PaymentRecords(redis, transactions);
	const context = { redis, records, provider, logger: silentLogger, clock: Date.now };
	return { context, asked: asked.promise, answer: (result: object) => answer.resolve(result as never) };
}

const taken = (chargeId: string): ChargeResult => ({
	kind: 'succeeded',
	chargeId,
	last4: '4242',
	chargedAt: 1,
});
const declined: ChargeResult = {
	kind: 'declined',
	declineCode: 'card_declined',
	reason: 'No.',
	last4: '0002',
};

/** Two replicas ask for the same attempt before either has an answer; then they are answered in turn. */
async function chargedByTwo(orderId: string, first: ChargeResult, second: ChargeResult) {
	const [one, other] = [replica(), replica()];
	const event = grant(anOrder(orderId));
	const handled = [charge(one.context, event), charge(other.context, event)];
	await Promise.all([one.asked, other.asked]);
	one.answer(first);
	await handled[0];
	other.answer(second);
	await handled[1];
	const reports = await observed.reports(orderId);
	return reports.map(({ type, data }) => ({ type, ...(data as object) }));
}

test('of two replicas with different answers both report that of the first', async () => {
	const [first, second, ...others] = await chargedByTwo('ord_two', taken('ch_first'), taken('ch_second'));
	expect(first).toMatchObject({ type: 'payment.charge_succeeded', chargeId: 'ch_first' });
	expect(second).toEqual(first);
	expect(others).toEqual([]);
	const record = JSON.parse((await redis.get('payment:attempt:ord_two:1'))!);
	expect(record.result).toEqual(taken('ch_first'));
});

test('money that one replica took is reported although another one reported a decline', async () => {
	expect(await chargedByTwo('ord_torn', declined, taken('ch_torn'))).toMatchObject([
		{ type: 'payment.charge_declined' },
		{ type: 'payment.charge_succeeded', chargeId: 'ch_torn' },
	]);
	expect(await chargedByTwo('ord_torn_back', taken('ch_torn_back'), declined)).toMatchObject([
		{ type: 'payment.charge_succeeded', chargeId: 'ch_torn_back' },
		{ type: 'payment.charge_succeeded', chargeId: 'ch_torn_back' },
	]);
});

test('of two replicas with different refunds both report that of the first', async () => {
	const [one, other] = [replica(), replica()];
	const event = askRefund(anOrder('ord_two_back'), 'ch_two_back');
	const handled = [refund(one.context, event), refund(other.context, event)];
	await Promise.all([one.asked, other.asked]);
	one.answer({ refundId: 're_first', refundedAt: 1 });
	await handled[0];
	other.answer({ refundId: 're_second', refundedAt: 2 });
	await handled[1];
	const reports = await observed.reports('ord_two_back');
	expect(reports.map(({ data }) => data)).toMatchObject([{ refundId: 're_first' }, { refundId: 're_first' }]);
});

test('two workers given each charge and refund several times, late and mixed, move money once', async () => {
	for (const REPLICA of ['1', '2'])
		started.use(
			await startPayment(
				{ PAYMENT_PORT: 0, HOST: '127.0.0.1', REDIS_URL: server.url, REPLICA },
				silentLogger,
			),
		);
	const orders = Array.from({ length: 20 }, (_, index) => anOrder(`ord_mixed_${index}`));
	await Promise.all([...orders, ...orders].map((order) => observed.announce(grant(order))));
	for (const order of orders) await observed.seen(order.id, 'payment.charge_succeeded');
	const again = await Promise.all(
		orders.map(async (order) => {
			const [made] = await observed.charges(order.id);
			const back = () => askRefund(order, made!.id);
			return [back(), grant(order), back(), grant(order)];
		}),
	);
	await Promise.all(again.flat().map((event) => observed.announce(event)));
	await eventually(async () => {
		for (const { id } of orders) {
			expect(await observed.reports(id, 'payment.charge_succeeded')).toHaveLength(4);
			expect(await observed.reports(id, 'payment.charge_refunded')).toHaveLength(2);
		}
	}, 15_000);
	for (const { id, total } of orders) {
		expect(await observed.charges(id)).toMatchObject([{ amount: total, refunded: total.amount }]);
		expect(await observed.refunds(id)).toMatchObject([{ amount: total }]);
		for (const type of ['payment.charge_succeeded', 'payment.charge_refunded']) {
			const told = (await observed.reports(id, type)).map(({ data }) => JSON.stringify(data));
			expect(new Set(told).size).toBe(1);
		}
	}
});
