import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FederationUnderTest, type TestSubgraph } from './federation-under-test.ts';

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

const byId = (rows: Record<string, unknown>[]) => ({
	__resolveReference: ({ id }: { id: string }) => rows.find((row) => row.id === id) ?? null,
});

const people = [
	{ id: '1', name: 'Ada', friendIds: ['2', '3'], bestId: '2' },
	{ id: '2', name: 'Grace', friendIds: ['1', '1'], bestId: null },
	{ id: '3', name: null, friendIds: [], bestId: '9' },
];
const references = (ids: readonly (string | null)[]) => ids.map((id) => id && { __typename: 'Person', id });

const social: Record<string, TestSubgraph> = {
	people: {
		schema: `
			type Query { people: [Person!]! person(id: ID!): Person nobody: Person matrix: [[Person]] }
			type Person @key(fields: "id") { id: ID! name: String required: String! title(prefix: String = "Dr"): String }
		`,
		resolvers: {
			Query: {
				people: () => people,
				person: (_: unknown, { id }: { id: string }) => people.find((row) => row.id === id),
				nobody: () => null,
				matrix: () => [[people[0], null], null, [], [people[1], people[0]]],
			},
			Person: {
				...byId(people),
				required: ({ name }: { name: string | null }) => {
					if (!name) throw new GraphQLError('no name', { extensions: { code: 'NO_NAME' } });
					return name;
				},
				title: ({ name }: { name: string }, { prefix }: { prefix: string }) => `${prefix} ${name}`,
			},
		},
	},
	friends: {
		schema: `
			type Person @key(fields: "id") { id: ID! friends: [Person!] best: Person strict: [Person!]! count: Int! }
			type Query { friendliest: Person! }
		`,
		resolvers: {
			Query: { friendliest: () => ({ id: '1' }) },
			Person: {
				...byId(people),
				friends: ({ friendIds }: { friendIds: string[] }) => references(friendIds),
				best: ({ bestId }: { bestId: string }) => references([bestId])[0],
				strict: ({ friendIds }: { friendIds: string[] }) => references(friendIds),
				count: ({ friendIds }: { friendIds: string[] }) => {
					if (friendIds.length === 0) throw new Error('none');
					return friendIds.length;
				},
			},
		},
	},
};

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

const shelf = [
	{ __typename: 'Book', id: 'b1', title: 'Dune', pages: 412 },
	{ __typename: 'Film', id: 'f1', title: 'Heat', minutes: 170 },
	{ __typename: 'Book', id: 'b2', title: 'Emma', pages: null },
];

const media: Record<string, TestSubgraph> = {
	shelf: {
		schema: `
			interface Media { id: ID! title: String! }
			type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
			type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! genre: Genre }
			enum Genre { CRIME DRAMA @inaccessible }
			union Item = Book | Film
			type Query { shelf: [Media!]! items: [Item] first: Media film: Film one(id: ID!): Media }
		`,
		resolvers: {
			Query: {
				shelf: () => shelf,
				items: () => [...shelf, null],
				first: () => shelf[0],
				film: () => shelf[1],
				one: (_: unknown, { id }: { id: string }) => shelf.find((row) => row.id === id),
			},
			Media: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			Item: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			Book: byId(shelf),
			Film: { ...byId(shelf), genre: () => 'DRAMA' },
		},
	},
	reviews: {
		schema: `
			type Book @key(fields: "id") { id: ID! reviews: [Review!]! }
			type Film @key(fields: "id") { id: ID! reviews: [Review!]! stars: Float }
			interface Rated { text: String }
			type Review implements Rated { text: String about: About }
			union About = Book | Film
		`,
		resolvers: {
			Book: {
				__resolveReference: ({ id }: { id: string }) => ({ id }),
				reviews: ({ id }: { id: string }) => [{ text: `on ${id}`, about: { __typename: 'Book', id } }],
			},
			Film: {
				__resolveReference: ({ id }: { id: string }) => ({ id }),
				reviews: () => [
					{ text: 'good', about: { __typename: 'Book', id: 'b1' } },
					{ text: null, about: null },
				],
				stars: () => 4.5,
			},
			About: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
		},
	},
};

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

const stock = [
	{ id: '1', sku: 'a', weight: 2, price: 10, size: { width: 2, height: 3 } },
	{ id: '2', sku: 'b', weight: null, price: 20, size: null },
];

same(
	'@requires, @provides, several keys and @override',
	{
		goods: {
			schema: `
				type Query { goods: [Good!]! }
				type Good @key(fields: "id") @key(fields: "sku") { id: ID! sku: String! weight: Int price: Int size: Size name: String! @shareable }
				type Size { width: Int height: Int }
			`,
			resolvers: {
				Query: { goods: () => stock },
				Good: { ...byId(stock), name: ({ sku }: { sku: string }) => `Good ${sku}` },
			},
		},
		shipping: {
			schema: `
				type Good @key(fields: "sku") {
					sku: String!
					weight: Int @external
					size: Size @external
					cost: Int @requires(fields: "weight size { width }")
					label: String @requires(fields: "weight")
				}
				type Size { width: Int @external }
			`,
			resolvers: {
				Good: {
					__resolveReference: (reference: object) => reference,
					cost: ({ weight, size }: { weight: number; size: { width: number } | null }) =>
						weight * 5 + (size?.width ?? 0),
					label: ({ weight }: { weight: number | null }) => {
						if (weight === null) throw new Error('weightless');
						return `${weight} kg`;
					},
				},
			},
		},
		orders: {
			schema: `
				type Query { baskets: [Basket] }
				type Basket { good: Good @provides(fields: "name") goods: [Good] }
				type Good @key(fields: "id") { id: ID! name: String! @external }
			`,
			resolvers: {
				Query: {
					baskets: () => [
						{ good: { id: '1', name: 'Good a' }, goods: [{ id: '2' }, null, { id: '1' }, { id: '2' }] },
						null,
						{ good: { id: '9', name: 'Gone' }, goods: [] },
					],
				},
			},
		},
	},
	[
		['{ goods { sku cost label } }'],
		['{ goods { cost } }'],
		['{ baskets { good { name } } }'],
		['{ baskets { good { name cost } goods { cost price label } } }'],
		['{ baskets { good { price } } goods { label } }'],
	],
);

same(
	'@interfaceObject',
	{
		nodes: {
			schema: `
				interface Node @key(fields: "id") { id: ID! }
				type User implements Node @key(fields: "id") { id: ID! name: String }
				type Team implements Node @key(fields: "id") { id: ID! size: Int }
				type Query { nodes: [Node] team: Team }
			`,
			resolvers: {
				Query: {
					nodes: () => [
						{ __typename: 'User', id: 'u', name: 'U' },
						null,
						{ __typename: 'Team', id: 't', size: 3 },
					],
					team: () => ({ id: 't', size: 3 }),
				},
				Node: {
					__resolveType: ({ id }: { id: string }) => (id === 'u' ? 'User' : 'Team'),
					__resolveReference: ({ id }: { id: string }) =>
						id === 'u'
							? { __typename: 'User', id, name: 'U' }
							: id === 't'
								? { __typename: 'Team', id, size: 3 }
								: null,
				},
				User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'U' }) },
				Team: { __resolveReference: ({ id }: { id: string }) => ({ id, size: 3 }) },
			},
		},
		stats: {
			schema: `
				type Node @key(fields: "id") @interfaceObject { id: ID! views: Int! }
				type Query { popular: [Node!]! lost: Node }
			`,
			resolvers: {
				Query: { popular: () => [{ id: 'u' }, { id: 't' }], lost: () => ({ id: 'gone' }) },
				Node: {
					__resolveReference: ({ id }: { id: string }) => ({ id }),
					views: ({ id }: { id: string }) => id.length,
				},
			},
		},
	},
	[
		['{ nodes { id views } }'],
		['{ popular { views } }'],
		['{ popular { __typename views ... on User { name } ... on Team { size } } }'],
		['{ lost { views __typename } }'],
		['{ lost { views ... on User { name } } }'],
		['{ team { views size } }'],
	],
);

same(
	'answers that break the schema',
	{
		broken: {
			schema: `
				type Query { row: Row rows: [Row!] nested: [[Int!]]! }
				type Row @key(fields: "id") { id: ID! }
				scalar Any
			`,
			resolvers: {
				Query: {
					row: () => ({ id: '1' }),
					rows: () => [{ id: '1' }, { id: '2' }],
					nested: () => [[1, 2], null],
				},
				Row: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
			},
		},
		more: {
			schema:
				'type Row @key(fields: "id") { id: ID! must: String! may: String list: [String!] any: Any } scalar Any',
			resolvers: {
				Row: {
					__resolveReference: ({ id }: { id: string }) => (id === '2' ? null : { id }),
					must: () => 'there',
					may: () => null,
					list: () => ['a', 'b'],
					any: () => ({ deep: [1, { a: null }] }),
				},
			},
		},
	},
	[
		['{ row { must may list any } }'],
		['{ rows { id must } }'],
		['{ rows { id may list } }'],
		['{ nested row { id } }'],
	],
);

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
