import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop({ introspection: false });
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const mebibyte = 1_000_000;
const charactersOf = (value: unknown) => JSON.stringify(value).length;

/** Each is a megabyte of mistakes, which take seconds to quote, or minutes, unless few of them are. */
const attacks: Record<string, { query: string; variables?: Record<string, unknown> }> = {
	'a literal that reads like many suggestions': {
		query: `{ trending(first: "${'Did you mean '.repeat(mebibyte / 13)}") { id } }`,
	},
	'a variable that reads like many suggestions': {
		query: 'query ($n: Int) { trending(first: $n) { id } }',
		variables: { n: 'Did you mean '.repeat(mebibyte / 13) },
	},
	'a list of nulls where none may be': {
		query: 'query ($ids: [ID!]!) { recommendations(productIds: $ids) { id } }',
		variables: { ids: Array(mebibyte / 5).fill(null) },
	},
	'an object of many unknown fields': {
		query: 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
		variables: { input: Object.fromEntries(Array.from({ length: mebibyte / 11 }, (_, i) => [`f${i}`, 1])) },
	},
	'a name that is long': { query: `{ ${'a'.repeat(mebibyte)} }` },
};

describe('a megabyte of mistakes is told in a few words:', () => {
	for (const [name, { query, variables }] of Object.entries(attacks)) {
		it(name, async () => {
			const { status, data, errors } = await shop.ask(query, variables);
			expect(status).toBe(400);
			expect(data).toBeUndefined();
			expect(errors.length).toBeGreaterThan(0);
			expect(charactersOf(errors)).toBeLessThan(20_000);
		});
	}
});
