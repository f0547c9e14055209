import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from './cost.ts';

const schema = buildSchema(`
	directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
	directive @listSize(
		assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
	) on FIELD_DEFINITION
	type Query {
		one: Item
		node: Node
		any: Any
		unsized: [Item!]!
		assumed: [Item] @listSize(assumedSize: 3)
		sliced(first: Int): [Item!] @listSize(slicingArguments: ["first"])
		byDefault(first: Int = 4): [Item!] @listSize(slicingArguments: ["first"])
		page(first: Int = 20, last: Int): Page
			@listSize(slicingArguments: ["first", "last"], sizedFields: ["items"], requireOneSlicingArgument: false)
		weighed: Item @cost(weight: 7)
	}
	type Mutation { change: Item }
	interface Node { id: ID }
	type Item implements Node { id: ID name: String part: Item parts: [Item] @listSize(assumedSize: 2) heavy: Heavy }
	type Page { items: [Item!]! total: Int info: Item }
	type Heavy @cost(weight: 5) { id: ID }
	union Any = Item | Heavy
`);

function cost(text: string, variables: Record<string, unknown> = {}): number {
	const document = parse(text);
	return costOf(schema, document, getOperationAST(document)!)(variables);
}

describe('the cost of an operation', () => {
	it.each([
		['an object is 1, scalars are free', '{ one { id name } }', 1],
		['objects within count', '{ one { part { part { id } } } }', 3],
		['a list counts for what its schema assumes', '{ assumed { id part { id } } }', 3 * 2],
		['a list of which nothing is known counts for ten', '{ unsized { id } }', 10],
		['a list counts for its slicing argument', '{ sliced(first: 30) { id } }', 30],
		['lists in lists multiply', '{ sliced(first: 30) { parts { id } } }', 30 * (1 + 2)],
		['a slicing argument has a default', '{ byDefault { id } }', 4],
		[
			'a connection counts once, its lists for the size',
			'{ page(first: 8) { total items { id } info { id } } }',
			10,
		],
		['of two sizes the larger counts', '{ page(first: 2, last: 9) { items { id } } }', 10],
		['a size of null is the default', '{ page(first: null) { items { id } } }', 21],
		['a negative size is none', '{ sliced(first: -5) { id } }', 0],
		['a mutation is ten more', 'mutation { change { id } }', 11],
		['a weight of the field', '{ weighed { id } }', 7],
		['a weight of the type', '{ one { heavy { id } } }', 6],
		[
			'a fragment wherever it is spread',
			'{ one { ...F part { ...F } } } fragment F on Item { part { id } }',
			4,
		],
		[
			'of an abstract type, each possible one',
			'{ node { ... on Item { part { id } } } any { ... on Heavy { id } } }',
			3,
		],
		['what is skipped counts', '{ one { part @skip(if: true) { id } } }', 2],
	])('%s', (_, text, expected) => {
		expect(cost(text)).toBe(expected);
	});

	it('goes by the values of variables', () => {
		const text = 'query ($n: Int = 6) { sliced(first: $n) { id } }';
		expect(cost(text, { n: 12 })).toBe(12);
		expect(cost(text)).toBe(6);
		expect(cost(text, { n: null })).toBe(10);
		expect(cost(text, { n: 'many' })).toBe(10);
	});

	it('is a number, whatever is asked', () => {
		expect(cost(`{ sliced(first: ${'9'.repeat(400)}) { parts { parts { id } } } }`)).toBe(2 ** 31 * 7);
	});
});
