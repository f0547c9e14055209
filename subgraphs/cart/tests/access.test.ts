import { type Answer, ask } from '@infinite-blob/testing/subgraph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CartUnderTest, startCartUnderTest } from './cart-under-test.ts';

let cart: CartUnderTest;

beforeAll(async () => {
	cart = await startCartUnderTest();
	cart.products.catalogue.set('prd_1', { name: 'Moon Night', price: 1200, available: true });
});
afterAll(() => cart[Symbol.asyncDispose]());

const codesOf = (answer: Answer) => answer.errors.map((error) => error.extensions?.code);

describe('who may ask', () => {
	it('is nobody without a signature', async () => {
		const response = await fetch(`${cart.url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ query: '{ cart { id } }' }),
		});
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
	});

	it.each([
		'{ cart { id } }',
		'mutation { addToCart(productId: "prd_1") { cart { id } } }',
		'mutation { clearCart { cart { id } } }',
		'mutation { applyCoupon(code: "BLOB5") { cart { id } } }',
		'{ _entities(representations: [{ __typename: "Cart", id: "crt_1" }]) { __typename } }',
	])('is nobody without a session: %s', async (query) => {
		for (const kind of ['anonymous', 'admin'] as const) {
			expect(codesOf(await ask(cart.url, { kind }, query))).toEqual(['UNAUTHENTICATED']);
		}
	});

	it('is a session for its own cart; another one’s is like none', async () => {
		const ann = cart.shopper();
		const bob = cart.shopper();
		const { cart: seen } = await ann.add('prd_1');
		expect(await ann.entity(seen?.id ?? '')).toEqual(seen);
		expect(await bob.entity(seen?.id ?? '')).toBeNull();
		expect(await bob.entity('crt_unknown')).toBeNull();
		expect((await bob.cart()).lines).toEqual([]);
	});

	it.each([
		'{ checkout(sessionId: "ses_1") { version } }',
		'mutation { reserveCoupon(code: "BLOB5", orderId: "ord_1", email: "a@b.c") { reserved } }',
	])('is a service alone: %s', async (query) => {
		expect(codesOf(await cart.shopper().ask(query))).toEqual(['FORBIDDEN']);
		expect(codesOf(await ask(cart.url, { kind: 'anonymous' }, query))).toEqual(['FORBIDDEN']);
	});
});
