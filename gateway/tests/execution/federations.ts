import { GraphQLError } from 'graphql';
import type { TestSubgraph } from './federation-under-test.ts';

const byId = (rows: Record<string, unknown>[]) => ({
	__resolveReference: ({ id }: { id: string }) => rows.find((row) => row.id === id) ?? null,
});

const people = [
	{ id: '1', name: 'Ada', friendIds: ['2', '3'], bestId: '2' },
	{ id: '2', name: 'Grace', friendIds: ['1', '1'], bestId: null },
	{ id: '3', name: null, friendIds: [], bestId: '9' },
];
const references = (ids: readonly (string | null)[]) => ids.map((id) => id && { __typename: 'Person', id });

/** Entities that refer to each other, nulls and errors. */
export const social: Record<string, TestSubgraph> = {
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

const shelf = [
	{ __typename: 'Book', id: 'b1', title: 'Dune', pages: 412 },
	{ __typename: 'Film', id: 'f1', title: 'Heat', minutes: 170 },
	{ __typename: 'Book', id: 'b2', title: 'Emma', pages: null },
];

/** Interfaces, unions, and a value of an enum that clients must not see. */
export const media: Record<string, TestSubgraph> = {
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

const stock = [
	{ id: '1', sku: 'a', weight: 2, price: 10, size: { width: 2, height: 3 } },
	{ id: '2', sku: 'b', weight: null, price: 20, size: null },
];

/** `@requires`, `@provides`, several keys. */
export const shipping: Record<string, TestSubgraph> = {
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
};

/** An `@interfaceObject`. */
export const nodes: Record<string, TestSubgraph> = {
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
};

/** Subgraphs whose answers are not what the schema promises. */
export const broken: Record<string, TestSubgraph> = {
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
};
