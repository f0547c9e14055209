import type { FetchNode } from '@apollo/query-planner';
import { buildSchema, type FragmentDefinitionNode, getOperationAST, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isMirror } from './mirror.ts';

const api = `
	type Query { a(x: Int): A list: [A!]! some: Some either: Either hidden: Hidden }
	type A { id: ID! name: String b: A }
	interface Some { id: ID! }
	type One implements Some { id: ID! }
	union Either = A | One
	type Hidden { seen: Seen }
	type Mutation { a: A }
`;
const schema = buildSchema(`${api} enum Seen { ONE }`);
const supergraph = buildSchema(`${api} enum Seen { ONE TWO }`);

function mirrors(query: string, fetched: string, more: Partial<FetchNode> = {}): boolean {
	const document = parse(query);
	const fragments = new Map(
		document.definitions
			.filter(
				(definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
			)
			.map((fragment) => [fragment.name.value, fragment]),
	);
	const fetch = { kind: 'Fetch', operation: fetched, ...more } as FetchNode;
	return isMirror(getOperationAST(document)!, fragments, fetch, schema, supergraph);
}

describe('an answer that is the whole query’s', () => {
	const same: [string, string][] = [
		['{ a { id name } }', 'query X__s__0 { a { id name } }'],
		[
			'query ($x: Int) { k: a(x: $x) { n: name b { id } } list { id } }',
			'query ($x: Int) { k: a(x: $x) { n: name b { id } } list { id } }',
		],
		[
			'{ ...R } fragment R on Query { a { ...F b { ...F } } } fragment F on A { id name }',
			'{ a { ...G b { ...G } } } fragment G on A { id name }',
		],
		['{ a { ... on A { id } ... { name } } }', '{ a { id name } }'],
	];
	for (const [query, fetched] of same) it(query, () => expect(mirrors(query, fetched)).toBe(true));
});

describe('an answer that has to be looked into', () => {
	const others: Record<string, [string, string]> = {
		'has more in it': ['{ a { name } }', '{ a { __typename id name } }'],
		'has another order': ['{ a { id name } }', '{ a { name id } }'],
		'has other names': ['{ a { x: id } }', '{ a { id } }'],
		'names another field alike': ['{ a { x: id } }', '{ a { x: name } }'],
		'depends on conditions': ['{ a { id @include(if: true) } }', '{ a { id } }'],
		'selects a field twice': ['{ a { id } a { name } }', '{ a { id name } }'],
		'is of an interface': ['{ some { id } }', '{ some { id } }'],
		'is of a union': ['{ either { ... on A { id } } }', '{ either { ... on A { id } } }'],
		'has values that clients do not see': ['{ hidden { seen } }', '{ hidden { seen } }'],
		'has the root’s type name': ['{ __typename a { id } }', '{ a { id } }'],
		'has an introspected field': ['{ __schema { queryType { name } } a { id } }', '{ a { id } }'],
		'is a mutation’s': ['mutation { a { id } }', 'mutation { a { id } }'],
	};
	for (const [what, [query, fetched]] of Object.entries(others))
		it(what, () => expect(mirrors(query, fetched)).toBe(false));

	it('is rewritten', () => {
		const outputRewrites = [{ kind: 'KeyRenamer' as const, path: ['a', 'x'], renameKeyTo: 'y' }];
		expect(mirrors('{ a { id } }', '{ a { id } }', { outputRewrites })).toBe(false);
	});
});
