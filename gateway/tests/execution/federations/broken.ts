import type { TestSubgraph } from '../federation-under-test.ts';

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
