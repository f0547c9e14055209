import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { orderCancelled } from '@infinite-blob/events/orders/order-cancelled';
import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import { money } from '@infinite-blob/money/money';
import { eventually } from '@infinite-blob/testing/eventually';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';
import type { Shopper } from './shopper.ts';

let cart: CartUnderTest;
let orders = 0;

beforeAll(async () => {
	cart = await startCartUnderTest();
	for (const id of ['prd_1', 'prd_2', 'prd_3']) {
		cart.products.catalogue.set(id, { name: id, price: 2000, available: true });
	}
	const terms = { kind: 'percentage', percent: 50, minimum: 0, expiresAt: null } as const;
	await cart.coupons.save({ ...terms, code: 'ONE', usageLimit: 1, oncePerCustomer: true });
	await cart.coupons.save({ ...terms, code: 'RETRY', usageLimit: 1, oncePerCustomer: false });
	await cart.coupons.save({ ...terms, code: 'KEPT', usageLimit: 1, oncePerCustomer: true });
	await cart.coupons.save({ ...terms, code: 'FREE', usageLimit: null, oncePerCustomer: true });
	await cart.coupons.save({ ...terms, code: 'LIMITED', usageLimit: 1, oncePerCustomer: false });
	await cart.coupons.save({ ...terms, code: 'PERSONAL', usageLimit: null, oncePerCustomer: true });
	await cart.coupons.save({ ...terms, code: 'GIVENUP', usageLimit: 1, oncePerCustomer: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

/** An order of this shopper's cart as its events carry it. */
async function snapshot(
	shopper: Shopper,
	quantities: Record<string, number>,
	coupon: string | null = null,
): Promise<OrderSnapshot> {
	const id = `ord_${++orders}`;
	return exampleOrder({
		id,
		customer: { firstName: 'Ann', lastName: 'Lee', email: `${id}@example.com` },
		cartId: (await shopper.cart()).id,
		lines: Object.entries(quantities).map(([productId, quantity]) =>
			exampleLine(productId, quantity, money(2000, 'USD')),
		),
		coupon,
	});
}

async function emit(
	definition: typeof orderPaid | typeof orderPlaced | typeof orderCancelled | typeof paymentRetried,
	order: OrderSnapshot,
	version: number,
): Promise<void> {
	const data = { order: { ...order, version } };
	await append(
		cart.redis,
		'orders.events',
		makeEvent<string, typeof definition.schema>(definition, order.id, data, 'test', 0),
	);
}

async function decline(order: OrderSnapshot, version: number): Promise<void> {
	const data = { order: { ...order, version }, declineCode: 'card_declined', reason: 'Declined.' };
	await append(cart.redis, 'orders.events', makeEvent(orderDeclined, order.id, data, 'test', 0));
}

/** Waits until everything emitted so far has been handled. */
async function handled(): Promise<void> {
	await eventually(async () => {
		const [group] = (await cart.redis.xinfo('GROUPS', 'orders.events')) as unknown[][];
		const info = new Map<unknown, unknown>();
		for (let index = 0; index < (group?.length ?? 0); index += 2)
			info.set(group?.[index], group?.[index + 1]);
		const [last] = await cart.redis.xrevrange('orders.events', '+', '-', 'COUNT', 1);
		expect(info.get('last-delivered-id')).toBe(last?.[0]);
		expect(Number(info.get('pending'))).toBe(0);
	});
}

/** @param version the one that the order comes to with the coupon */
async function reserve(code: string, order: OrderSnapshot, version = 1): Promise<boolean> {
	const { data } = await cart.asService(
		`mutation ($code: String!, $id: ID!, $version: Int!, $email: String!) {
			reserveCoupon(code: $code, orderId: $id, orderVersion: $version, email: $email) { reserved }
		}`,
		{ code, id: order.id, version, email: order.customer.email },
	);
	return data.reserveCoupon.reserved;
}

const quantities = async (shopper: Shopper) =>
	Object.fromEntries((await shopper.cart()).lines.map((line) => [line.product.id, line.quantity]));

describe('a paid order', () => {
	it('takes exactly what was bought out of the cart, whatever was added since', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 2);
		await shopper.add('prd_2', 1);
		const order = await snapshot(shopper, { prd_1: 2, prd_2: 1 });
		await shopper.add('prd_1', 1);
		await shopper.add('prd_3', 1);
		await emit(orderPaid, order, 2);
		await handled();
		expect(await quantities(shopper)).toEqual({ prd_1: 1, prd_3: 1 });
	});

	it('does so once, however often it is delivered', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 3);
		const order = await snapshot(shopper, { prd_1: 1 });
		for (let times = 0; times < 5; times++) await emit(orderPaid, order, 2);
		await handled();
		expect(await quantities(shopper)).toEqual({ prd_1: 2 });
	});

	it('is known for good, so that a dead letter may be replayed whenever', async () => {
		const order = await snapshot(cart.shopper(), { prd_1: 1 });
		await emit(orderPaid, order, 2);
		await handled();
		expect(await cart.redis.pttl(`cart:order:${order.id}`)).toBe(-1);
	});

	it('takes its coupon off the cart, and no other one', async () => {
		const [same, other] = [cart.shopper(), cart.shopper()];
		for (const shopper of [same, other]) {
			await shopper.add('prd_1', 3);
			await shopper.applyCoupon('BLOB5');
			const order = await snapshot(shopper, { prd_1: 1 }, 'BLOB5');
			if (shopper === other) await shopper.applyCoupon('WELCOME10');
			await emit(orderPaid, order, 2);
		}
		await handled();
		expect((await same.cart()).coupon).toBeNull();
		expect((await other.cart()).coupon).toBe('WELCOME10');
	});

	it('loses nothing that is added at the same time', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 2);
		const order = await snapshot(shopper, { prd_1: 2 });
		await Promise.all([emit(orderPaid, order, 2), ...Array.from({ length: 20 }, () => shopper.add('prd_1'))]);
		await handled();
		expect(await quantities(shopper)).toEqual({ prd_1: 20 });
	});

	it('uses the coupon that was held for it, for good', async () => {
		const shopper = cart.shopper();
		const order = await snapshot(shopper, { prd_1: 1 }, 'ONE');
		expect(await reserve('ONE', order)).toBe(true);
		await emit(orderPlaced, order, 1);
		await emit(orderPaid, order, 3);
		await emit(orderCancelled, order, 2);
		await handled();
		expect(await cart.redis.smembers('cart:coupon-uses:ONE')).toEqual([order.id]);
		expect(await cart.redis.zcard('cart:coupon-holds:ONE')).toBe(0);
		cart.passTime(16 * 60 * 1000);
		expect(await reserve('ONE', await snapshot(shopper, { prd_1: 1 }))).toBe(false);
	});

	it('keeps its customer from using a coupon for one order a second time', async () => {
		const shopper = cart.shopper();
		const order = await snapshot(shopper, { prd_1: 1 }, 'FREE');
		expect(await reserve('FREE', order)).toBe(true);
		await emit(orderPaid, order, 2);
		await handled();
		const [customer = ''] = await cart.redis.keys('cart:coupon-customer:FREE:*');
		expect(await cart.redis.pttl(customer)).toBe(-1);
		expect(await reserve('FREE', { ...order, id: 'ord_again' })).toBe(false);
	});
});

describe('a placed order', () => {
	it('keeps the use of the coupon that was held for it as long as it stands', async () => {
		const shopper = cart.shopper();
		const order = await snapshot(shopper, { prd_1: 1 }, 'KEPT');
		expect(await reserve('KEPT', order)).toBe(true);
		await emit(orderPlaced, order, 1);
		await handled();
		cart.passTime(16 * 60 * 1000);
		expect(await reserve('KEPT', await snapshot(shopper, { prd_1: 1 }))).toBe(false);
		const [customer = ''] = await cart.redis.keys('cart:coupon-customer:KEPT:*');
		expect(await cart.redis.pttl(customer)).toBe(-1);
		await emit(orderCancelled, order, 2);
		await handled();
		expect(await reserve('KEPT', { ...order, id: 'ord_after' })).toBe(true);
	});
});

describe('a declined or cancelled order', () => {
	it('leaves the cart as it is', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 2);
		const before = await shopper.cart();
		const order = await snapshot(shopper, { prd_1: 2 });
		await decline(order, 2);
		await emit(orderCancelled, order, 3);
		await handled();
		expect(await shopper.cart()).toEqual(before);
	});

	it('gives its use of the coupon back, to anybody', async () => {
		const shopper = cart.shopper();
		const first = await snapshot(shopper, { prd_1: 1 }, 'RETRY');
		const second = await snapshot(shopper, { prd_1: 1 }, 'RETRY');
		expect(await reserve('RETRY', first)).toBe(true);
		await emit(orderPlaced, first, 1);
		await handled();
		expect(await reserve('RETRY', second)).toBe(false);
		await decline(first, 2);
		await handled();
		expect(await reserve('RETRY', second)).toBe(true);
		await emit(orderPlaced, second, 1);
		await emit(orderCancelled, second, 2);
		await handled();
		expect(await reserve('RETRY', first)).toBe(true);
		await emit(paymentRetried, first, 3);
		await decline(first, 2);
		await handled();
		expect(await reserve('RETRY', second)).toBe(false);
	});

	it.each(['LIMITED', 'PERSONAL'])(
		'that is heard of late takes nothing from the retry that holds the use again: %s',
		async (code) => {
			const order = await snapshot(cart.shopper(), { prd_1: 1 }, code);
			const rival = { ...order, id: `${order.id}_rival` };
			expect(await reserve(code, order)).toBe(true);
			await emit(orderPlaced, order, 1);
			await handled();
			expect(await reserve(code, order, 3)).toBe(true);
			await decline(order, 2);
			await handled();
			expect(await reserve(code, rival)).toBe(false);
			expect(await reserve(code, order, 3)).toBe(true);
			await emit(paymentRetried, order, 3);
			await handled();
			cart.passTime(16 * 60 * 1000);
			expect(await reserve(code, rival)).toBe(false);
			await decline(order, 4);
			await handled();
			expect(await reserve(code, rival)).toBe(true);
		},
	);

	it('gives the use back all the same when the retry that held it again never came to be', async () => {
		const order = await snapshot(cart.shopper(), { prd_1: 1 }, 'GIVENUP');
		expect(await reserve('GIVENUP', order)).toBe(true);
		await emit(orderPlaced, order, 1);
		await handled();
		expect(await reserve('GIVENUP', order, 3)).toBe(true);
		await decline(order, 2);
		await handled();
		const [customer = ''] = await cart.redis.keys('cart:coupon-customer:GIVENUP:*');
		expect(await cart.redis.pttl(customer)).toBeGreaterThan(0);
		cart.passTime(16 * 60 * 1000);
		expect(await reserve('GIVENUP', await snapshot(cart.shopper(), { prd_1: 1 }))).toBe(true);
	});
});
