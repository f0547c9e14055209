import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { ProductRepository } from '../src/product-repository.ts';
import { admin, type ProductsUnderTest, productsUnderTest, service } from './products-under-test.ts';

describe('a product', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest();
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const id = productId('moon-night');
	const product = async (args: string, fields = 'id handle', viewer?: typeof admin) =>
		shop.ask(`{ product(${args}) { ${fields} } }`, {}, viewer);

	it('is found by its id and by its handle', async () => {
		const expected = { product: { id, handle: 'moon-night' } };
		expect((await product(`id: "${id}"`)).data).toEqual(expected);
		expect((await product('handle: "moon-night"')).data).toEqual(expected);
	});

	it.each([
		'id: "prd_00000000000000000000"',
		'id: "index:hash"',
		'handle: "no-such"',
		'handle: "\\u0000*"',
		'id: ""',
	])('is null for %s', async (args) => {
		expect(await product(args)).toMatchObject({ data: { product: null }, errors: [] });
	});

	it.each(['', 'id: null', `id: "${id}", handle: "moon-night"`])(
		'must be asked for by exactly one of them, not by (%s)',
		async (args) => {
			const { data, errors } = await shop.ask(`{ product${args && `(${args})`} { id } }`);
			expect(data.product).toBeNull();
			expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
		},
	);

	it('has a price in every currency, yen without decimals', async () => {
		const { data } = await product(
			'handle: "moon-night"',
			'usd: price { amount formatted } jpy: price(currency: JPY) { amount currency }',
		);
		expect(data.product.usd).toEqual({ amount: 900, formatted: '$9.00' });
		expect(data.product.jpy).toEqual({ amount: Math.round((9 * 176.35) / 1.1642), currency: 'JPY' });
	});

	it('of the smallest price costs something in every currency, rounded half up', async () => {
		const prices =
			'usd: price(currency: USD) { amount } eur: price(currency: EUR) { amount } gbp: price(currency: GBP) { amount } jpy: price(currency: JPY) { amount } inr: price(currency: INR) { amount }';
		const costing = async (price: number) => {
			const { data } = await shop.ask(
				`mutation ($price: Int!) { createProduct(input: {
					name: "Cents", description: "", tags: [], price: $price
				}) { product { ${prices} } } }`,
				{ price },
				admin,
			);
			const { usd, eur, gbp, jpy, inr } = data.createProduct.product;
			return [usd, eur, gbp, jpy, inr].map(({ amount }) => amount);
		};
		expect(await costing(1)).toEqual([1, 1, 1, 2, 89]);
		// 4,365.5 pence and 8,817.5 yen.
		expect(await costing(5_821)).toEqual([5_821, 5_000, 4_366, 8_818, 515_600]);
	});

	it('shows its original to services alone', async () => {
		const forService = await product('handle: "moon-night"', 'original', service);
		expect(forService.data.product.original).toMatch(/^originals\/[0-9a-f]{64}\.webp$/);
		for (const viewer of [admin, undefined]) {
			const { data, errors } = await product('handle: "moon-night"', 'original', viewer);
			expect(data.product).toBeNull();
			expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
		}
	});

	it('is resolved as an entity by either key', async () => {
		const { data, errors } = await shop.ask(
			'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { id name } } }',
			{
				refs: [
					{ __typename: 'Product', handle: 'silk-dawn' },
					{ __typename: 'Product', id },
					{ __typename: 'Product', id: 'prd_ffffffffffffffffffff' },
				],
			},
		);
		expect(errors).toEqual([]);
		expect(data._entities).toEqual([
			{ id: productId('silk-dawn'), name: 'Silk Dawn' },
			{ id, name: 'Moon Night' },
			null,
		]);
	});

	it('is read from Redis once for many references', async () => {
		const refs = Array.from({ length: 30 }, () => ({ __typename: 'Product', id }));
		const reading = vi.spyOn(ProductRepository.prototype, 'byIds');
		await shop.ask(
			'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { name } } }',
			{ refs },
		);
		expect(reading.mock.calls).toEqual([[[id]]]);
		reading.mockRestore();
	});

	it('is not told to anyone without the signature of the gateway', async () => {
		const response = await fetch(`${shop.url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ query: '{ products { totalCount } }' }),
		});
		expect(response.status).toBe(401);
	});
});
