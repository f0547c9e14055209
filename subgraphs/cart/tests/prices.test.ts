import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

let cart: CartUnderTest;
const cacheMs = 3_000;

beforeAll(async () => {
	cart = await startCartUnderTest();
});
beforeEach(() => {
	cart.passTime(cacheMs);
	cart.products.catalogue.set('prd_1', { name: 'Moon Night', price: 1999, available: true });
	cart.products.catalogue.set('prd_2', { name: 'Paper Hills', price: 1200, available: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

function change(id: string, to: { price?: number; available?: boolean }): void {
	const product = cart.products.catalogue.get(id);
	if (product) Object.assign(product, to);
}

const checkoutQuery = `query ($sessionId: ID!) {
	checkout(sessionId: $sessionId) {
		cartId version currency rate coupon subtotal { amount } discount { amount } total { amount currency }
		lines { productId name quantity available unitPrice { amount } total { amount } }
	}
}`;

describe('the prices of a cart', () => {
	it('are in its currency, rounded before they are multiplied', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 3);
		const { cart: yen } = await shopper.setCurrency('JPY');
		expect(yen).toMatchObject({
			currency: 'JPY',
			lines: [{ unitPrice: { amount: 3028, currency: 'JPY' }, total: { amount: 9084 } }],
			total: { amount: 9084, currency: 'JPY', formatted: '¥9,084' },
			notices: [],
		});
		expect(await shopper.cart()).toEqual(yen);
	});

	it('are asked for in one request, and not again within seconds', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1');
		await shopper.add('prd_2');
		cart.passTime(cacheMs);
		cart.products.asked.length = 0;
		await shopper.cart();
		await shopper.cart();
		expect(cart.products.asked).toEqual([['prd_1', 'prd_2']]);
	});

	it('change with the catalogue, and the cart says so until it is changed', async () => {
		const shopper = cart.shopper();
		const { cart: added } = await shopper.add('prd_1', 2);
		change('prd_1', { price: 2500 });
		cart.passTime(cacheMs);
		const notices = [
			{
				code: 'PRICE_CHANGED',
				lineId: added?.lines[0]?.id,
				message: '“Moon Night” now costs $25.00; it was $19.99.',
			},
		];
		expect(await shopper.cart()).toMatchObject({ total: { amount: 5000 }, notices });
		expect(await shopper.cart()).toMatchObject({ total: { amount: 5000 }, notices });
		expect((await shopper.add('prd_2')).cart).toMatchObject({ total: { amount: 6200 }, notices });
		expect(await shopper.cart()).toMatchObject({ total: { amount: 6200 }, notices: [] });
	});

	it('stay for a product that is no longer sold, which the cart says until the line is removed', async () => {
		const shopper = cart.shopper();
		const { cart: added } = await shopper.add('prd_1');
		const lineId = added?.lines[0]?.id ?? '';
		await shopper.add('prd_2');
		change('prd_1', { available: false });
		cart.passTime(cacheMs);
		const gone = { total: { amount: 3199 }, notices: [{ code: 'PRODUCT_UNAVAILABLE', lineId }] };
		expect(await shopper.cart()).toMatchObject(gone);
		expect((await shopper.setCurrency('USD')).cart).toMatchObject(gone);
		expect((await shopper.remove(lineId)).cart).toMatchObject({ total: { amount: 1200 }, notices: [] });
	});
});

describe('checking out', () => {
	it('takes the prices of this very moment', async () => {
		const shopper = cart.shopper();
		await shopper.add('prd_1', 2);
		await shopper.add('prd_2');
		const { cart: seen } = await shopper.setCurrency('EUR');
		change('prd_1', { price: 2500 });
		change('prd_2', { available: false });
		const { data } = await cart.asService(checkoutQuery, { sessionId: shopper.sessionId });
		expect(data.checkout).toEqual({
			cartId: seen?.id,
			version: 3,
			currency: 'EUR',
			rate: 1 / 1.1642,
			coupon: null,
			subtotal: { amount: 5325 },
			discount: { amount: 0 },
			total: { amount: 5325, currency: 'EUR' },
			lines: [
				{
					productId: 'prd_1',
					name: 'Moon Night',
					quantity: 2,
					available: true,
					unitPrice: { amount: 2147 },
					total: { amount: 4294 },
				},
				{
					productId: 'prd_2',
					name: 'Paper Hills',
					quantity: 1,
					available: false,
					unitPrice: { amount: 1031 },
					total: { amount: 1031 },
				},
			],
		});
	});

	it('finds an empty cart of version 0 where nothing was ever added', async () => {
		const { data } = await cart.asService(checkoutQuery, { sessionId: 'ses_new' });
		expect(data.checkout).toMatchObject({ version: 0, lines: [], total: { amount: 0 } });
	});

	it('tells versions apart, and only changes make one', async () => {
		const shopper = cart.shopper();
		const version = async () =>
			(await cart.asService(checkoutQuery, { sessionId: shopper.sessionId })).data.checkout.version;
		const { cart: seen } = await shopper.add('prd_1', 2);
		expect(await version()).toBe(1);
		await shopper.cart();
		await shopper.update(seen?.lines[0]?.id ?? '', 2);
		await shopper.removeCoupon();
		await shopper.add('prd_unknown');
		expect(await version()).toBe(1);
		await shopper.update(seen?.lines[0]?.id ?? '', 3);
		expect(await version()).toBe(2);
	});
});

describe('while the catalogue is away', () => {
	it('the cart is shown and changed at the prices last shown; nothing new comes in', async () => {
		const shopper = cart.shopper();
		const { cart: before } = await shopper.add('prd_1', 2);
		await cart.products[Symbol.asyncDispose]();
		cart.passTime(cacheMs);
		try {
			expect(await shopper.cart()).toEqual(before);
			expect(await shopper.add('prd_2')).toMatchObject({
				cart: null,
				userErrors: [{ code: 'SERVICE_UNAVAILABLE', field: null }],
			});
			const { cart: changed } = await shopper.update(before?.lines[0]?.id ?? '', 3);
			expect(changed).toMatchObject({ total: { amount: 5997 }, notices: [] });
			const { errors } = await cart.asService(checkoutQuery, { sessionId: shopper.sessionId });
			expect(errors[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
		} finally {
			await cart.products.start();
		}
		expect((await shopper.add('prd_2')).userErrors).toEqual([]);
	});
});
