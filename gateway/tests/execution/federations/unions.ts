import type { TestSubgraph } from '../federation-under-test.ts';

const named = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const animals = [
	{ __typename: 'Dog', id: 'd', name: 'Rex', age: 3 },
	{ __typename: 'Cat', id: 'c', name: null, lives: 9 },
	{ __typename: 'Fish', id: 'f', depth: 2.5 },
];

/** Unions and interfaces of which each subgraph knows other members, and what is provided of these. */
export const unions: Record<string, TestSubgraph> = {
	pets: {
		schema: `
			type Query {
				pets: [Animal] @provides(fields: "... on Dog { name } ... on Cat { name }")
				pet(id: ID = "c"): Named
				guest: Animal @shareable
			}
			union Animal = Dog | Cat
			interface Named { name: String }
			type Dog implements Named @key(fields: "id") { id: ID! name: String @external bark: String! }
			type Cat implements Named @key(fields: "id") { id: ID! name: String @external purr: [Boolean!] }
		`,
		resolvers: {
			Query: {
				pets: () => [animals[0], null, animals[1]],
				pet: (_: unknown, { id }: { id: string }) => animals.find((animal) => animal.id === id),
				guest: () => animals[1],
			},
			Animal: named,
			Named: named,
			Dog: { __resolveReference: ({ id }: { id: string }) => ({ id }), bark: () => null },
			Cat: { __resolveReference: ({ id }: { id: string }) => ({ id }), purr: () => [true, null] },
		},
	},
	names: {
		schema: `
			type Query { zoo: [Animal!]! guest: Animal @shareable friends: [Named] }
			union Animal = Cat | Fish | Dog
			interface Named { name: String years: Int }
			type Dog implements Named @key(fields: "id") { id: ID! name: String @shareable years: Int friend: Animal }
			type Cat implements Named @key(fields: "id") { id: ID! name: String @shareable years: Int friend: Named }
			type Fish @key(fields: "id") { id: ID! depth: Float friend: Animal }
		`,
		resolvers: {
			Query: { zoo: () => animals, guest: () => animals[1], friends: () => [animals[1], animals[0]] },
			Animal: named,
			Named: named,
			Dog: {
				__resolveReference: ({ id }: { id: string }) => ({ ...animals.find((animal) => animal.id === id) }),
				years: ({ age }: { age: number }) => age,
				friend: () => animals[2],
			},
			Cat: {
				__resolveReference: ({ id }: { id: string }) => ({ ...animals.find((animal) => animal.id === id) }),
				years: () => null,
				friend: () => animals[0],
			},
			Fish: {
				__resolveReference: ({ id }: { id: string }) => ({ ...animals.find((animal) => animal.id === id) }),
				friend: () => animals[1],
			},
		},
	},
};
