import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../src/domain/order.ts';
import { MovingOrders } from '../src/moving-orders.ts';
import { OrderRepository } from '../src/order-repository.ts';
import { sweep } from '../src/sweep.ts';
import { OrdersFixture } from './orders-fixture.ts';
import { type OrderState, Shopper } from './shopper.ts';

const minute = 60_000;
let shop: OrdersFixture;
let shopper: Shopper;
const stack = new AsyncDisposableStack();
const warn = vi.fn();
const logger = { ...silentLogger, warn } as unknown as Logger;
/** How far the sweeps' clock is ahead. */
let ahead = 0;
const now = () => Date.now() + ahead;
let sweepers: (() => Promise<number>)[];

beforeAll(async () => {
	shop = stack.use(await OrdersFixture.start());
	sweepers = await Promise.all([1, 2].map(sweeper));
});
afterAll(() => stack.disposeAsync());
beforeEach(() => {
	shopper = new Shopper(shop);
	warn.mockClear();
});
// What one test leaves unmoved must not be overdue in the next.
afterEach(async () => {
	ahead = 0;
	await shop.redis.del('orders:moving');
});

/** The sweep of one replica. */
async function sweeper(): Promise<() => Promise<number>> {
	const redis = stack.adopt(await connectRedis(shop.redisUrl, 'sweeper'), disconnect);
	const transactions = stack.use(new Transactions(redis));
	const documents = stack.use(await connectDocuments(shop.redisUrl, 'sweeper'));
	const orders = new OrderRepository(redis, transactions, documents);
	const moving = new MovingOrders(redis, now);
	return () => sweep({ redis, orders, moving, logger, now });
}
const sweepOnce = () => sweepers[0]!();
const typesOf = async (id: string) => (await shop.events(id)).map(({ type }) => type);

describe('an order that should move and does not', () => {
	it.each<[OrderState, string]>([
		['PLACED', 'order.placed'],
		['PROCESSING', 'payment.charge_granted'],
		['PAID', 'order.paid'],
		['INVOICED', 'order.invoiced'],
		['REFUND_PENDING', 'order.refund_requested'],
		['REFUNDED', 'order.refunded'],
	])('%s is told of again after five minutes, as it was before: %s', async (state, type) => {
		const id = await shopper.order(state);
		const before = await shop.stored(id);
		expect(await sweepOnce()).toBe(0);
		ahead = 6 * minute;
		expect(await sweepOnce()).toBe(1);
		const told = (await shop.events(id)).filter((event) => event.type === type);
		expect(told).toHaveLength(2);
		expect(told[1]).toMatchObject({ data: told[0]!.data, causation: 'sweep' });
		expect(await shop.stored(id)).toEqual({ ...before, remindAt: expect.any(Number) });
		expect(warn).toHaveBeenCalledWith(
			expect.objectContaining({ order: id, announced: [type] }),
			expect.stringContaining('has not moved'),
		);
		expect(await sweepOnce()).toBe(0);
		ahead = 20 * minute;
		expect(await sweepOnce()).toBe(1);
	});

	it('is told of with its latest attempt when it was retried', async () => {
		const id = await shopper.order('DECLINED');
		await shopper.retry(id);
		ahead = 6 * minute;
		await sweepOnce();
		expect((await shop.events(id)).at(-1)).toMatchObject({
			type: 'order.payment_retried',
			data: { order: { attempt: 2 } },
		});
	});

	it('has money paid back that came too late', async () => {
		const id = await shopper.order('CANCELLED');
		await shop.worker.succeed(id, 1, 'ch_late');
		await shopper.untilStored(id, { strayCharges: [{ chargeId: 'ch_late' }] });
		ahead = 6 * minute;
		await sweepOnce();
		const told = (await shop.events(id)).filter(({ type }) => type === 'order.refund_requested');
		expect(told.map(({ data }) => data.chargeId)).toEqual(['ch_late', 'ch_late']);
	});

	it('is told of once, however many replicas sweep at once', async () => {
		const ids: string[] = [];
		for (let i = 0; i < 20; i++) ids.push(await shopper.order('PLACED'));
		ahead = 6 * minute;
		const reminded = await Promise.all(sweepers.map((run) => run()));
		expect(reminded.reduce((sum, count) => sum + count)).toBe(20);
		for (const id of ids) expect(await typesOf(id)).toEqual(['order.placed', 'order.placed']);
	});

	it('is moved by what is told', async () => {
		const id = await shopper.order('PAID');
		ahead = 6 * minute;
		await sweepOnce();
		await shop.worker.invoice(id);
		await shop.worker.confirm(id);
		await shopper.untilStored(id, { status: 'COMPLETED' });
		expect(await shop.stored(id)).not.toHaveProperty('remindAt');
		ahead = 12 * minute;
		expect(await sweepOnce()).toBe(0);
	});

	it('is one of a hundred at the most that one sweep tells of', async () => {
		const id = await shopper.order('PLACED');
		const order = await shop.stored(id);
		for (let i = 0; i < 120; i++) await store({ ...order, id: `ord_many_${i}` });
		ahead = 6 * minute;
		expect(await sweepOnce()).toBe(100);
		expect(await sweepOnce()).toBe(21);
	});
});

describe('an order at rest', () => {
	it.each<OrderState>(['DECLINED', 'CANCELLED', 'COMPLETED'])('%s is left alone', async (state) => {
		const id = await shopper.order(state);
		const before = await typesOf(id);
		ahead = 60 * minute;
		expect(await sweepOnce()).toBe(0);
		expect(await typesOf(id)).toEqual(before);
		expect(await shop.redis.zscore('orders:moving', id)).toBeNull();
	});

	it('is left alone when it is refunded and credited', async () => {
		const id = await shopper.order('REFUNDED');
		await shop.worker.credit(id);
		await shopper.untilStored(id, { creditNote: {} });
		expect(await shop.redis.zscore('orders:moving', id)).toBeNull();
	});
});

describe('orders of an older shop', () => {
	it('are swept as well, from the next start on', async () => {
		const id = await shopper.order('PAID');
		await shop.redis.del('orders:moving');
		ahead = 6 * minute;
		expect(await sweepOnce()).toBe(0);
		await shop.startReplica({ REPLICA: '2' });
		expect(await sweepOnce()).toBe(1);
		expect((await typesOf(id)).at(-1)).toBe('order.paid');
	});

	it('that are gone are forgotten', async () => {
		await shop.redis.zadd('orders:moving', 1, 'ord_gone');
		expect(await sweepOnce()).toBe(0);
		expect(await shop.redis.zscore('orders:moving', 'ord_gone')).toBeNull();
	});
});

describe('the figures on /metrics', () => {
	it('tell how many orders move, how many are stuck, and what was told of them', async () => {
		const id = await shopper.order('PAID');
		await shop.redis.zadd('orders:moving', Date.now() - 6 * minute, 'ord_stuck');
		const text = await (await fetch(`${shop.url}/metrics`)).text();
		const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
		expect(figure('orders_moving')).toBe(2);
		expect(figure('orders_overdue')).toBe(1);
		expect(figure('orders_announced_total{type="order.paid"}')).toBeGreaterThanOrEqual(1);
		await shop.redis.zrem('orders:moving', id);
	});
});

async function store(order: Order): Promise<void> {
	await shop.redis.call('JSON.SET', `orders:order:${order.id}`, '$', JSON.stringify(order));
	await shop.redis.zadd('orders:moving', order.updatedAt, order.id);
}
