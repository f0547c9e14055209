import { readJson } from '@infinite-blob/redis/json';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';
import type { SeenCart, Shopper } from './shopper.ts';

let cart: CartUnderTest;
let shopper: Shopper;
let before: SeenCart;
let kept: unknown;

beforeAll(async () => {
	cart = await startCartUnderTest();
	cart.products.catalogue.set('prd_1', { name: 'Moon Night', price: 1500, available: true });
});
beforeEach(async () => {
	shopper = cart.shopper();
	await shopper.add('prd_1', 2);
	await shopper.applyCoupon('WELCOME10');
	before = await shopper.cart();
	kept = await readJson(cart.redis, `cart:cart:${before.id}`);
});
afterAll(() => cart[Symbol.asyncDispose]());

async function expectUnchanged(): Promise<void> {
	expect(await shopper.cart()).toEqual(before);
	expect(await readJson(cart.redis, `cart:cart:${before.id}`)).toEqual(kept);
}

const odd = [
	'',
	' ',
	'*',
	'__proto__',
	'constructor',
	'../../cart:cart:x',
	'prd_1\u0000',
	'\u202Eprd_1',
	'\uD800',
	'月🖼️'.repeat(20),
	'x'.repeat(100_000),
];
const shown = (text: string) => [JSON.stringify(text.slice(0, 30)), text] as const;

describe('an id or a code that is none', () => {
	it.each(odd.map(shown))('%s is answered with a code, and changes nothing', async (_, text) => {
		const line = { cart: null, userErrors: [{ code: 'LINE_NOT_FOUND', field: ['lineId'] }] };
		expect(await shopper.add(text)).toMatchObject({
			cart: null,
			userErrors: [{ code: 'PRODUCT_NOT_FOUND', field: ['productId'] }],
		});
		expect(await shopper.update(text, 5)).toMatchObject(line);
		expect(await shopper.remove(text)).toMatchObject(line);
		expect(await shopper.applyCoupon(text)).toMatchObject({
			cart: null,
			userErrors: [{ code: 'COUPON_NOT_FOUND', field: ['code'] }],
		});
		expect(await shopper.entity(text)).toBeNull();
		await expectUnchanged();
	});
});

describe('a number that is none', () => {
	it.each([0, -1, 98, 100, -2_147_483_648, 2_147_483_647])(
		'%s more is INVALID_QUANTITY, and changes nothing',
		async (quantity) => {
			expect(await shopper.add('prd_1', quantity)).toMatchObject({
				cart: null,
				userErrors: [{ code: 'INVALID_QUANTITY', field: ['quantity'] }],
			});
			await expectUnchanged();
		},
	);

	it.each(['2147483648', '-1e99', '1.5', '"1"', 'true', '[1, 2]', '{}'])(
		'%s is no answer to the schema, and changes nothing',
		async (quantity) => {
			const [line] = before.lines;
			for (const change of [
				`addToCart(productId: "prd_1", quantity: ${quantity})`,
				`updateCartLine(lineId: "${line?.id}", quantity: ${quantity})`,
			]) {
				const { status, errors } = await shopper.ask(`mutation { ${change} { cart { id } } }`);
				expect([status, errors[0]?.extensions?.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
			}
			await expectUnchanged();
		},
	);

	it('null is as good as left out where there is a default', async () => {
		const { data } = await shopper.ask(
			'mutation { addToCart(productId: "prd_1", quantity: null) { cart { totalQuantity } } }',
		);
		expect(data.addToCart.cart.totalQuantity).toBe(3);
	});
});

describe('a currency that is none', () => {
	it.each(['CHF', 'usd', '', '\u0000', '€', 'USD '.repeat(10_000), null, 840, {}])(
		'%j is refused, and changes nothing',
		async (currency) => {
			const { status, errors } = await shopper.ask(
				'mutation ($currency: CurrencyCode!) { setCartCurrency(currency: $currency) { cart { id } } }',
				{ currency },
			);
			expect([status, errors[0]?.extensions?.code]).toEqual([400, 'BAD_USER_INPUT']);
			await expectUnchanged();
		},
	);
});

describe('a reservation', () => {
	it.each(odd.map(shown))('of a coupon %s is none', async (_, code) => {
		const { data, errors } = await cart.asService(
			'mutation ($code: String!) { reserveCoupon(code: $code, orderId: "ord_1", email: "a@b.c") { reserved } }',
			{ code },
		);
		expect([data?.reserveCoupon, errors]).toEqual([{ reserved: false }, []]);
	});
});
