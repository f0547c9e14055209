import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

let cart: CartUnderTest;
let addresses: string[];

beforeAll(async () => {
	cart = await startCartUnderTest();
	addresses = [cart.url, await cart.startReplica()];
	for (let index = 0; index < 60; index++)
		cart.products.catalogue.set(`prd_${index}`, { name: `Work ${index}`, price: 1200, available: true });
	const terms = { kind: 'percentage', percent: 50, minimum: 0, expiresAt: null } as const;
	await cart.coupons.save({ ...terms, code: 'RACE', usageLimit: 7, oncePerCustomer: false });
	await cart.coupons.save({ ...terms, code: 'FIRST', usageLimit: null, oncePerCustomer: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

/** Does it so many times at once, at the replicas in turn. */
function spread<T>(times: number, act: (at: string, index: number) => Promise<T>): Promise<T[]> {
	return Promise.all(Array.from({ length: times }, (_, index) => act(addresses[index % 2] ?? '', index)));
}

async function reserve(at: string, code: string, orderId: string, email: string): Promise<boolean> {
	const { data } = await cart.asService(
		`mutation ($code: String!, $orderId: ID!, $email: String!) {
			reserveCoupon(code: $code, orderId: $orderId, email: $email) { reserved }
		}`,
		{ code, orderId, email },
		at,
	);
	return data.reserveCoupon.reserved;
}

describe('over two replicas', () => {
	it('every one of 50 parallel additions of a product counts', async () => {
		const shopper = cart.shopper();
		const answers = await spread(50, (at) => shopper.at(at).add('prd_1'));
		expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
		for (const at of addresses)
			expect(await shopper.at(at).cart()).toMatchObject({ lines: [{ quantity: 50 }], totalQuantity: 50 });
	});

	it('50 of 60 products added in parallel are taken and ten refused', async () => {
		const shopper = cart.shopper();
		const answers = await spread(60, (at, index) => shopper.at(at).add(`prd_${index}`));
		const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
		expect(codes).toEqual(Array(10).fill('CART_FULL'));
		const { lines } = await shopper.cart();
		expect(new Set(lines.map(({ product }) => product.id)).size).toBe(50);
		expect(lines).toHaveLength(50);
	});

	it('a coupon is held by no more than its limit of 30 orders that ask at once, each twice', async () => {
		const held = await spread(60, async (at, index) => {
			const orderId = `ord_race_${index % 30}`;
			return (await reserve(at, 'RACE', orderId, `${orderId}@example.com`)) ? orderId : undefined;
		});
		expect(new Set(held.filter((orderId) => orderId !== undefined)).size).toBe(7);
		expect(await cart.redis.zcard('cart:coupon-holds:RACE')).toBe(7);
	});

	it('a coupon that each customer has once is held for one of many orders that ask at once', async () => {
		const held = await spread(10, (at, index) =>
			reserve(at, 'FIRST', `ord_first_${index}`, 'ann@example.com'),
		);
		expect(held.filter(Boolean)).toHaveLength(1);
	});
});
