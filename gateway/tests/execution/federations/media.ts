import type { TestSubgraph } from '../federation-under-test.ts';
import { byId } from './references.ts';

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
