import type { TestSubgraph } from '../federation-under-test.ts';

const rows = ['1', '2'].map((id) => ({
	id,
	name: `Name ${id}`,
	price: id === '1' ? 5 : null,
	maker: { city: 'Łódź' },
}));
const query = {
	one: () => rows[0],
	many: () => [rows[0], null, rows[1]],
	grid: () => [[rows[1]], []],
	none: () => null,
};

/** Root fields that several subgraphs answer, each with its part of objects that are no entities. */
function part(fields: string, types = ''): TestSubgraph {
	return {
		schema: `
			type Query { one: Row @shareable many: [Row] @shareable grid: [[Row!]!]! @shareable none: Row @shareable }
			type Row { id: ID! @shareable ${fields} }
			${types}
		`,
		resolvers: { Query: query },
	};
}

export const sharedRoots: Record<string, TestSubgraph> = {
	names: part('name: String! maker: Maker @shareable', 'type Maker { city: String }'),
	prices: part('price: Int maker: Maker @shareable', 'type Maker { country: String! }'),
	plain: part('size: Float'),
};
