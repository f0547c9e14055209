import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';
import type { Shopper } from './shopper.ts';

const dayMs = 86_400_000;
let cart: CartUnderTest;

beforeAll(async () => {
	cart = await startCartUnderTest();
	for (const id of ['prd_1', 'prd_2'])
		cart.products.catalogue.set(id, { name: id, price: 4000, available: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

const keyOf = async (shopper: Shopper) => `cart:cart:${(await shopper.cart()).id}`;
const daysLeft = async (key: string) => (await cart.redis.pttl(key)) / dayMs;

describe('a cart is kept', () => {
	it('for 30 days from each change, of whatever kind', async () => {
		const shopper = cart.shopper();
		const { cart: added } = await shopper.add('prd_1', 2);
		const key = await keyOf(shopper);
		expect(await daysLeft(key)).toBeGreaterThan(29.9);
		const lineId = added?.lines[0]?.id ?? '';
		for (const change of [
			() => shopper.add('prd_2'),
			() => shopper.update(lineId, 3),
			() => shopper.applyCoupon('BLOB5'),
			() => shopper.removeCoupon(),
			() => shopper.setCurrency('EUR'),
			() => shopper.remove(lineId),
			() => shopper.clear(),
		]) {
			// So much that it is the change, not the reading before it, that sets it anew.
			await cart.redis.pexpire(key, 29.5 * dayMs);
			expect((await change()).userErrors).toEqual([]);
			expect(await daysLeft(key)).toBeGreaterThan(29.9);
			expect(await daysLeft(key)).toBeLessThanOrEqual(30);
		}
	});

	it('for 30 days from each look at it, which is written down once a day', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		const key = await keyOf(shopper);
		await cart.redis.pexpire(key, 29.5 * dayMs);
		await shopper.cart();
		expect(await daysLeft(key)).toBeLessThan(29.6);
		await cart.redis.pexpire(key, 28.9 * dayMs);
		await shopper.cart();
		expect(await daysLeft(key)).toBeGreaterThan(29.9);
	});

	it('no longer when it was not used for so long, and then a new one begins', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		await shopper.setCurrency('EUR');
		const key = await keyOf(shopper);
		await cart.redis.pexpire(key, 10);
		await sleep(30);
		expect(await shopper.cart()).toMatchObject({ lines: [], currency: 'USD', totalQuantity: 0 });
		expect(await cart.redis.exists(key)).toBe(0);
		expect((await shopper.add('prd_1')).cart).toMatchObject({ totalQuantity: 1 });
	});
});
