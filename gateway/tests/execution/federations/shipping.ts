import type { TestSubgraph } from '../federation-under-test.ts';
import { byId } from './references.ts';

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
