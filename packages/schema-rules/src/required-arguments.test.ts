import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { requiredArguments } from './required-arguments.ts';

const found = (schema: string) => requiredArguments('shipping', parse(schema));

describe('a @requires', () => {
	it('of a field that it gives arguments is refused, by name', () => {
		const [line, ...more] = found(`type Product @key(fields: "id") {
			id: ID!
			price(currency: String!): Int @external
			shipping: Int @requires(fields: "price(currency: \\"USD\\")")
		}`);
		expect(more).toEqual([]);
		expect(line).toContain(
			'Subgraph "shipping": Product.shipping @requires Product.price, which has arguments',
		);
	});

	it('of a field whose arguments have defaults is refused as well: clients may give others', () => {
		const lines = found(
			`type Product { price(currency: String = "USD"): Int @external, cost: Int @requires(fields: "price") }`,
		);
		expect(lines).toHaveLength(1);
	});

	it('is looked through to its depth, in extensions, lists and fragments', () => {
		const lines = found(`
			extend type Cart { lines: [Line!]! @external, hints: Int @requires(fields: "lines { ... on Line { product { name(short: true) } } }") }
			type Line { product: Product @external }
			extend type Product { name(short: Boolean): String @external }
		`);
		expect(lines[0]).toContain('Cart.hints @requires Product.name');
	});

	it('is looked through interfaces', () => {
		const lines = found(`
			interface Priced { price(currency: String!): Int }
			type Product implements Priced {
				price(currency: String!): Int @external
				related: Priced @external
				shipping: Int @requires(fields: "related { price(currency: \\"USD\\") }")
			}
		`);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain('Product.shipping @requires Priced.price');
	});

	it('of fields without arguments holds, also on a field that has some', () => {
		expect(
			found(`
				type Cart { lines: [Line!]! @external, hints(first: Int = 4): [String] @requires(fields: "lines { id }") }
				type Line { id: ID! @external }
			`),
		).toEqual([]);
	});
});
