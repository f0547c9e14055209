import type { TestSubgraph } from '../federation-under-test.ts';
import { byId } from './references.ts';

const posts = ['1', '2', '3'].map((id) => ({
	id,
	author:
		id === '3' ? null : { __typename: id === '1' ? 'Person' : 'Robot', id: `a${id}`, years: Number(id) * 5 },
}));

/** Fields that require each other's results back and forth, through interfaces and fragments. */
export const circles: Record<string, TestSubgraph> = {
	posts: {
		schema: `
			type Query { posts: [Post!]! }
			type Post @key(fields: "id") {
				id: ID!
				author: Author
				rank: Int @external
				label: String @requires(fields: "rank")
			}
			interface Author { id: ID! years: Int }
			type Person implements Author @key(fields: "id") { id: ID! years: Int }
			type Robot implements Author @key(fields: "id") { id: ID! years: Int model: String }
		`,
		resolvers: {
			Query: { posts: () => posts },
			Author: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			Post: {
				__resolveReference: ({ id, ...rest }: { id: string }) => ({
					...posts.find((post) => post.id === id),
					...rest,
				}),
				label: ({ rank, author }: { rank: number; author: { years?: number } | null }) => {
					if (rank > 9) throw new Error('out of rank');
					return `${rank} of ${author?.years}`;
				},
			},
			Robot: { ...byId(posts.map(({ author }) => author ?? {})), model: () => 'R2' },
			Person: byId(posts.map(({ author }) => author ?? {})),
		},
	},
	ranks: {
		schema: `
			type Post @key(fields: "id") {
				id: ID!
				author: Author @external
				rank: Int @requires(fields: "author { id years ... on Robot { model } }")
				related: [Post]
			}
			interface Author { id: ID! years: Int }
			type Person implements Author @key(fields: "id") { id: ID! years: Int @external }
			type Robot implements Author @key(fields: "id") { id: ID! years: Int @external model: String @external parts: [Part] }
			type Part { name: String owner: Author }
		`,
		resolvers: {
			Author: { __resolveType: ({ id }: { id: string }) => (id === 'a1' ? 'Person' : 'Robot') },
			Post: {
				__resolveReference: (reference: object) => reference,
				rank: ({ author }: { author: { years: number; model?: string } | null }) =>
					(author?.years ?? -1) - (author?.model?.length ?? 0),
				related: ({ id }: { id: string }) => [{ id: id === '1' ? '2' : '1' }, null],
			},
			Robot: {
				__resolveReference: ({ id }: { id: string }) => ({ id }),
				parts: () => [{ name: 'arm', owner: { __typename: 'Person', id: 'a1' } }, null],
			},
			Person: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
		},
	},
};
