import { describe, expect, it } from 'vitest';
import { FederationUnderTest, type TestSubgraph } from './federation-under-test.ts';
import { broken } from './federations/broken.ts';
import { media } from './federations/media.ts';
import { nodes } from './federations/nodes.ts';
import { shipping } from './federations/shipping.ts';
import { social } from './federations/social.ts';

/** Both executions give the same data and the same errors, at the same paths. */
function same(
	title: string,
	subgraphs: Record<string, TestSubgraph>,
	queries: readonly (readonly [query: string, variables?: Record<string, unknown>])[],
): void {
	describe(title, () => {
		const federation = new FederationUnderTest(subgraphs);
		for (const [query, variables] of queries) {
			const named = variables ? `${query} ${JSON.stringify(variables)}` : query;
			it(named.replace(/\s+/g, ' '), async () => {
				const expected = await federation.apollos(query, variables);
				expect(await federation.ours(query, variables)).toEqual(expected);
			});
		}
	});
}

same('entities', social, [
	['{ people { id name friends { name } } }'],
	['{ people { friends { friends { friends { name } } } } }'],
	['{ people { a: title b: title(prefix: "Ms") friends { a: title(prefix: "X") b: title(prefix: "Y") } } }'],
	[
		'{ x: person(id: "1") { best { title } } y: person(id: "2") { best { title } friends { title(prefix: "Y") } } }',
	],
	['{ person(id: "3") { best { name friends { name } } } }'],
	['{ nobody { id friends { name } } }'],
	['{ matrix { name friends { name } } }'],
	['{ friendliest { name } }'],
	['{ person(id: "none") { name } }'],
	['{ __typename people { __typename t: __typename friends { __typename } } }'],
	['{ constructor: people { __proto__: name toString: id friends { hasOwnProperty: name } } }'],
]);

same('errors and nulls', social, [
	['{ people { id count } }'],
	['{ people { id required } }'],
	['{ person(id: "3") { required } other: person(id: "1") { required } }'],
	['{ people { friends { count } } }'],
	['{ people { friends { required friends { count } } } }'],
	['{ person(id: "1") { strict { required strict { count } } } }'],
]);

same('conditions and variables', social, [
	[
		'query ($s: Boolean!) { people { id name @skip(if: $s) friends @include(if: $s) { name } } }',
		{ s: true },
	],
	[
		'query ($s: Boolean!) { people { id name @skip(if: $s) friends @include(if: $s) { name } } }',
		{ s: false },
	],
	['query ($s: Boolean = true) { people { ... @include(if: $s) { id friends { name } } } }'],
	['query ($s: Boolean = true) { people { ... @include(if: $s) { id friends { name } } id } }', { s: false }],
	['query ($p: String = "Sir") { people { title(prefix: $p) friends { title(prefix: $p) } } }'],
	['query ($p: String) { people { title(prefix: $p) friends { title(prefix: $p) } } }', { p: 'Dame' }],
	['query ($p: String) { people { title(prefix: $p) friends { title(prefix: $p) } } }'],
	[
		'query ($id: ID!) { person(id: $id) { ...F ...F } } fragment F on Person { friends { name } name }',
		{ id: '1' },
	],
]);

same('introspection', social, [
	['{ __schema { queryType { name } } people { id } }'],
	[
		'query ($n: String!) { t: __type(name: $n) { ...T } } fragment T on __Type { fields { name } }',
		{ n: 'Person' },
	],
	['{ a: __typename __type(name: "None") { name } }'],
]);

same('interfaces and unions', media, [
	['{ shelf { id title ... on Book { pages } ... on Film { minutes } } }'],
	['{ shelf { __typename ... on Book { reviews { text } } ... on Film { stars reviews { text } } } }'],
	[
		'{ items { __typename ... on Media { title } ... on Film { reviews { about { ... on Book { title } } } } } }',
	],
	[
		'{ shelf { ... on Media { title } ...B ...F } } fragment B on Book { a: reviews { text } } fragment F on Film { a: reviews { text } }',
	],
	[
		'{ first { title ... on Book { reviews { about { __typename ... on Film { title } ... on Book { pages } } } } } }',
	],
	['{ film { genre title } }'],
	['query ($id: ID!) { one(id: $id) { ... on Book { pages } } }', { id: 'f1' }],
	['query ($b: Boolean!) { shelf { id ... on Book @include(if: $b) { reviews { text } } } }', { b: true }],
	['query ($b: Boolean!) { shelf { id ... on Book @include(if: $b) { reviews { text } } } }', { b: false }],
]);

same('@requires, @provides, several keys and @override', shipping, [
	['{ goods { sku cost label } }'],
	['{ goods { cost } }'],
	['{ baskets { good { name } } }'],
	['{ baskets { good { name cost } goods { cost price label } } }'],
	['{ baskets { good { price } } goods { label } }'],
]);

same('@interfaceObject', nodes, [
	['{ nodes { id views } }'],
	['{ popular { views } }'],
	['{ popular { __typename views ... on User { name } ... on Team { size } } }'],
	['{ lost { views __typename } }'],
	['{ lost { views ... on User { name } } }'],
	['{ team { views size } }'],
]);

same('answers that break the schema', broken, [
	['{ row { must may list any } }'],
	['{ rows { id must } }'],
	['{ rows { id may list } }'],
	['{ nested row { id } }'],
]);

describe('mutations', () => {
	const log: string[] = [];
	const step = (name: string) => (): object => {
		log.push(name);
		if (name.startsWith('fail')) throw new Error(name);
		return { id: name };
	};
	const federation = new FederationUnderTest({
		a: {
			schema:
				'type Query { q: Int } type Mutation { a1: Thing a2: Thing failA: Thing } type Thing @key(fields: "id") { id: ID! }',
			resolvers: { Mutation: { a1: step('a1'), a2: step('a2'), failA: step('failA') } },
		},
		b: {
			schema: 'type Mutation { b1: Thing! } type Thing @key(fields: "id") { id: ID! size: Int }',
			resolvers: {
				Mutation: { b1: step('b1') },
				Thing: {
					__resolveReference: ({ id }: { id: string }) => ({ id }),
					size: ({ id }: { id: string }) => id.length,
				},
			},
		},
	});
	for (const query of [
		'mutation { a1 { size } b1 { id size } a2 { size } }',
		'mutation { failA { id } b1 { size } a2 { id } x: a1 { id } }',
	]) {
		it(`run in their order: ${query}`, async () => {
			log.length = 0;
			const expected = await federation.apollos(query);
			const order = log.splice(0);
			expect(await federation.ours(query)).toEqual(expected);
			expect(log).toEqual(order);
		});
	}
});

describe('what is fetched', () => {
	const federation = new FederationUnderTest(social);

	it('is one representation for an entity that stands in several places', async () => {
		await federation.ours('{ people { friends { name } } }');
		expect(federation.fetches).toHaveLength(3);
	});

	it('is one fetch for the same fields of entities at several paths', async () => {
		await federation.ours(
			'{ person(id: "1") { friends { name title } best { name title } strict { name title } } }',
		);
		expect(federation.fetches.map((fetch) => fetch.split(':')[0])).toEqual(['people', 'friends', 'people']);
	});
});

describe('a value that the schema hides', () => {
	const federation = new FederationUnderTest({
		shop: {
			schema: `
				type Query { items: [Item!]! }
				type Item { id: ID! kind: Kind kinds: [Kind] }
				enum Kind { OPEN SECRET @inaccessible }
			`,
			resolvers: {
				Query: { items: () => [{ id: '1', kind: 'SECRET', kinds: ['OPEN', 'SECRET'] }] },
			},
		},
	});

	it('is null, and no error', async () => {
		const query = '{ items { id kind kinds } }';
		const outcome = await federation.ours(query);
		const { data, errors } = await federation.apollos(query);
		expect(outcome).toMatchObject({ data: data as object, errors });
		expect(outcome).toMatchObject({
			data: { items: [{ id: '1', kind: null, kinds: ['OPEN', null] }] },
			errors: [],
		});
		expect(outcome.invalid).toHaveLength(2);
	});
});

describe('a field that a subgraph has of another type than the supergraph', () => {
	const animal = (fields: string) => `type Dog @key(fields: "id") { id: ID! ${fields} }`;
	const federation = new FederationUnderTest({
		pets: {
			schema: `
				type Query { pets: [Pet] }
				union Pet = Dog | Cat
				${animal('age: Int! @shareable, name: String! @shareable, isWild: Boolean! @shareable')}
				type Cat { id: ID! age: Int name: String isWild: Boolean }
			`,
			resolvers: {
				Query: {
					pets: () => [
						{ __typename: 'Dog', id: 'd', age: 0, name: '', isWild: false },
						{ __typename: 'Cat', id: 'c', age: 0, name: '', isWild: false },
					],
				},
				Pet: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			},
		},
		vets: {
			schema: animal('age: Int @shareable, name: String @shareable, isWild: Boolean @shareable'),
			resolvers: { Dog: { __resolveReference: (reference: object) => reference } },
		},
	});

	it('may have a value that is false, 0 or empty', async () => {
		const { data, errors } = await federation.ours(
			'{ pets { ... on Dog { age name isWild } ... on Cat { age name isWild } } }',
		);
		const values = { age: 0, name: '', isWild: false };
		expect([data, errors]).toEqual([{ pets: [values, values] }, []]);
		expect(federation.fetches[0]).toContain('__alias_');
	});
});
