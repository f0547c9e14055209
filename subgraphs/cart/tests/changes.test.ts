import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

let cart: CartUnderTest;

beforeAll(async () => {
	cart = await startCartUnderTest();
	for (let index = 0; index < 70; index++) {
		cart.products.catalogue.set(`prd_${index}`, { name: `Work ${index}`, price: 1200, available: true });
	}
	cart.products.catalogue.set('prd_gone', { name: 'Gone', price: 900, available: false });
});
afterAll(() => cart[Symbol.asyncDispose]());

describe('the cart of a session', () => {
	it('is empty at first, and reading it writes nothing', async () => {
		const shopper = cart.shopper();
		const seen = await shopper.cart();
		expect(seen).toMatchObject({ lines: [], totalQuantity: 0, currency: 'USD', coupon: null, notices: [] });
		expect(seen.total).toMatchObject({ amount: 0, currency: 'USD', formatted: '$0.00' });
		expect(await cart.redis.exists(`cart:cart:${seen.id}`)).toBe(0);
	});

	it('has an id that does not tell the session', async () => {
		const shopper = cart.shopper();
		const { id } = await shopper.cart();
		expect(id).toMatch(/^crt_[\w-]{24}$/);
		expect(id).not.toContain(shopper.sessionId.slice(4, 12));
	});

	it('is changed line by line', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		const added = await shopper.add('prd_2', 3);
		expect(added.userErrors).toEqual([]);
		expect(added.cart?.lines.map(({ product, quantity }) => [product.id, quantity])).toEqual([
			['prd_1', 1],
			['prd_2', 3],
		]);
		expect(added.cart).toMatchObject({
			totalQuantity: 4,
			subtotal: { amount: 4800 },
			total: { amount: 4800 },
		});
		const [first, second] = added.cart?.lines ?? [];
		await shopper.update(first?.id ?? '', 2);
		const removed = await shopper.remove(second?.id ?? '');
		expect(removed.cart).toEqual(await shopper.cart());
		expect(removed.cart).toMatchObject({ totalQuantity: 2, lines: [{ name: 'Work 1', quantity: 2 }] });
		expect((await shopper.clear()).cart?.lines).toEqual([]);
	});

	it('counts every one of 50 parallel additions of a product', async () => {
		const shopper = cart.shopper();
		const answers = await Promise.all(Array.from({ length: 50 }, () => shopper.add('prd_1')));
		expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
		expect(await shopper.cart()).toMatchObject({ lines: [{ quantity: 50 }], totalQuantity: 50 });
	});

	it('takes 50 of 60 products added in parallel and refuses ten', async () => {
		const shopper = cart.shopper();
		const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => shopper.add(`prd_${index}`)));
		const codes = answers.flatMap((answer) => answer.userErrors.map((error) => error.code));
		expect(codes).toEqual(Array(10).fill('CART_FULL'));
		const { lines } = await shopper.cart();
		expect(new Set(lines.map((line) => line.product.id)).size).toBe(50);
	});
});

describe('what cannot be done', () => {
	it.each([0, -1, 100, 1000])('is a quantity of %s', async (quantity) => {
		const shopper = cart.shopper();
		const fault = { cart: null, userErrors: [{ code: 'INVALID_QUANTITY', field: ['quantity'] }] };
		expect(await shopper.add('prd_1', quantity)).toMatchObject(fault);
		const { cart: before } = await shopper.add('prd_1', 5);
		expect(await shopper.update(before?.lines[0]?.id ?? '', quantity)).toMatchObject(fault);
		expect(await shopper.cart()).toEqual(before);
	});

	it('is more than 99 on a line in all, never silently less', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 60);
		expect((await shopper.add('prd_1', 40)).userErrors).toMatchObject([{ code: 'INVALID_QUANTITY' }]);
		expect((await shopper.cart()).totalQuantity).toBe(60);
	});

	it.each([
		['PRODUCT_NOT_FOUND', 'prd_unknown'],
		['PRODUCT_NOT_FOUND', ''],
		['PRODUCT_NOT_FOUND', 'x'.repeat(10_000)],
		['PRODUCT_UNAVAILABLE', 'prd_gone'],
	])('is adding what is not sold: %s', async (code, productId) => {
		const shopper = cart.shopper();
		expect(await shopper.add(productId)).toMatchObject({
			cart: null,
			userErrors: [{ code, field: ['productId'] }],
		});
		expect((await shopper.cart()).lines).toEqual([]);
	});

	it('is changing a line that is in no cart, or in another one', async () => {
		const { cart: other } = await cart.shopper().add('prd_1');
		const shopper = cart.shopper();
		for (const lineId of ['lin_unknown', other?.lines[0]?.id ?? '']) {
			const fault = { cart: null, userErrors: [{ code: 'LINE_NOT_FOUND', field: ['lineId'] }] };
			expect(await shopper.update(lineId, 2)).toMatchObject(fault);
			expect(await shopper.remove(lineId)).toMatchObject(fault);
		}
	});

	it('is a currency that the shop does not have', async () => {
		const shopper = cart.shopper();
		const answer = await shopper.ask('mutation { setCartCurrency(currency: CHF) { cart { id } } }');
		expect(answer).toMatchObject({ status: 400, data: undefined });
		expect((await shopper.cart()).currency).toBe('USD');
	});
});
