import type { TestSubgraph } from '../federation-under-test.ts';

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
