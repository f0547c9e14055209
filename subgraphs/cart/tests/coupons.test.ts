import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Coupon } from '../src/domain/coupon.ts';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

let cart: CartUnderTest;

const terms = { minimum: 0, expiresAt: null, usageLimit: null, oncePerCustomer: false };
const coupons: Coupon[] = [
	{ ...terms, code: 'OVER', kind: 'percentage', percent: 50, expiresAt: 1 },
	{ ...terms, code: 'TWICE', kind: 'percentage', percent: 50, usageLimit: 2 },
	{ ...terms, code: 'RACE', kind: 'percentage', percent: 50, usageLimit: 5 },
	{ ...terms, code: 'LAPSING', kind: 'percentage', percent: 50, usageLimit: 1, oncePerCustomer: true },
	{ ...terms, code: 'ENDING', kind: 'fixed', amount: 500, expiresAt: Date.now() + 3_600_000 },
	{ ...terms, code: 'HUGE', kind: 'fixed', amount: 1_000_000 },
];

beforeAll(async () => {
	cart = await startCartUnderTest();
	for (const coupon of coupons) await cart.coupons.save(coupon);
	cart.products.catalogue.set('prd_1', { name: 'Moon Night', price: 1500, available: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

async function reserve(code: string, orderId: string, email = `${orderId}@example.com`) {
	const { data } = await cart.asService(
		`mutation ($code: String!, $orderId: ID!, $email: String!) {
			reserveCoupon(code: $code, orderId: $orderId, email: $email) { reserved reason }
		}`,
		{ code, orderId, email },
	);
	return data.reserveCoupon as { reserved: boolean; reason: string | null };
}

describe('a coupon', () => {
	it('takes its share off, whatever the case of its letters', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 3);
		const { cart: seen, userErrors } = await shopper.applyCoupon('  welcome10 ');
		expect(userErrors).toEqual([]);
		expect(seen).toMatchObject({
			coupon: 'WELCOME10',
			subtotal: { amount: 4500 },
			discount: { amount: 450 },
			total: { amount: 4050 },
		});
		expect(await shopper.cart()).toEqual(seen);
		expect((await shopper.removeCoupon()).cart).toMatchObject({ coupon: null, total: { amount: 4500 } });
	});

	it('replaces the one before, and is converted into the currency of the cart', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 3);
		await shopper.applyCoupon('WELCOME10');
		await shopper.applyCoupon('BLOB5');
		const { cart: seen } = await shopper.setCurrency('JPY');
		expect(seen).toMatchObject({ coupon: 'BLOB5', discount: { amount: 757, currency: 'JPY' } });
	});

	it('never takes off more than there is to pay', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		const { cart: seen } = await shopper.applyCoupon('HUGE');
		expect(seen).toMatchObject({ discount: { amount: 1500 }, total: { amount: 0 } });
	});

	it.each([
		['COUPON_NOT_FOUND', 'NOPE'],
		['COUPON_NOT_FOUND', ''],
		['COUPON_NOT_FOUND', '*'],
		['COUPON_NOT_FOUND', 'X'.repeat(10_000)],
		['COUPON_EXPIRED', 'OVER'],
		['COUPON_MINIMUM_NOT_MET', 'BLOB5'],
	])('that cannot be applied is refused and changes nothing: %s', async (expected, code) => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		const { cart: before } = await shopper.applyCoupon('WELCOME10');
		expect(await shopper.applyCoupon(code)).toMatchObject({
			cart: null,
			userErrors: [{ code: expected, field: ['code'] }],
		});
		expect(await shopper.cart()).toEqual(before);
	});

	it('comes off, and the cart says so, once its minimum is not met any more', async () => {
		const shopper = cart.shopper();
		const { cart: added } = await shopper.add('prd_1', 2);
		await shopper.applyCoupon('BLOB5');
		const lineId = added?.lines[0]?.id ?? '';
		const removed = { coupon: null, discount: { amount: 0 }, notices: [{ code: 'COUPON_REMOVED' }] };
		expect((await shopper.update(lineId, 1)).cart).toMatchObject(removed);
		expect(await shopper.cart()).toMatchObject(removed);
		expect((await shopper.update(lineId, 2)).cart).toMatchObject(removed);
		expect(await shopper.cart()).toMatchObject({ coupon: null, notices: [] });
	});
});

describe('a coupon whose time ends', () => {
	it('comes off the carts that have it, which say so, and is refused from then on', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		expect((await shopper.applyCoupon('ENDING')).cart).toMatchObject({ total: { amount: 1000 } });
		cart.passTime(3_600_000);
		expect(await shopper.cart()).toMatchObject({
			coupon: null,
			total: { amount: 1500 },
			notices: [{ code: 'COUPON_REMOVED', lineId: null, message: expect.stringContaining('ENDING') }],
		});
		expect((await shopper.applyCoupon('ENDING')).userErrors).toMatchObject([{ code: 'COUPON_EXPIRED' }]);
		expect(await reserve('ENDING', 'ord_late')).toMatchObject({ reserved: false });
	});
});

describe('a use of a coupon', () => {
	it('is held once for an order, however often it asks, and never beyond the limit', async () => {
		const shopper = cart.shopper();
		for (const orderId of ['ord_1', 'ord_1', 'ord_2', 'ord_1']) {
			expect(await reserve('twice', orderId)).toEqual({ reserved: true, reason: null });
		}
		expect(await reserve('TWICE', 'ord_3')).toMatchObject({
			reserved: false,
			reason: expect.stringContaining('as often as it may'),
		});
		expect((await shopper.applyCoupon('TWICE')).userErrors).toMatchObject([
			{ code: 'COUPON_USED_UP', field: ['code'] },
		]);
	});

	it('is held by no more than the limit of orders that ask at once', async () => {
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) => reserve('RACE', `ord_r${index}`)),
		);
		expect(answers.filter((answer) => answer.reserved)).toHaveLength(5);
	});

	it('is one for each customer, where the coupon says so, by any spelling of the address', async () => {
		expect(await reserve('WELCOME10', 'ord_a', 'ann@example.com')).toMatchObject({ reserved: true });
		expect(await reserve('WELCOME10', 'ord_a', 'ann@example.com')).toMatchObject({ reserved: true });
		expect(await reserve('WELCOME10', 'ord_b', ' Ann@Example.com')).toMatchObject({ reserved: false });
		expect(await reserve('WELCOME10', 'ord_b', 'bob@example.com')).toMatchObject({ reserved: true });
	});

	it('is not held of a coupon that does not exist or is over', async () => {
		expect(await reserve('NOPE', 'ord_n')).toMatchObject({ reserved: false });
		expect(await reserve('OVER', 'ord_n')).toMatchObject({ reserved: false });
	});

	it('comes free again when the order it was held for never came to be', async () => {
		expect(await reserve('LAPSING', 'ord_x', 'eve@example.com')).toMatchObject({ reserved: true });
		expect(await reserve('LAPSING', 'ord_y', 'joe@example.com')).toMatchObject({ reserved: false });
		cart.passTime(16 * 60 * 1000);
		expect(await reserve('LAPSING', 'ord_y', 'joe@example.com')).toMatchObject({ reserved: true });
	});

	it('keeps no address that could be read back', async () => {
		const keys = await cart.redis.keys('cart:coupon-customer:*');
		expect(keys.length).toBeGreaterThan(0);
		expect(keys.join()).not.toContain('example');
	});
});
