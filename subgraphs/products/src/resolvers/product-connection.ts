import { pageSize } from '@infinite-blob/subgraph/paging';
import type { ProductConnectionResolvers } from '../schema.generated.ts';

export const ProductConnection: ProductConnectionResolvers = {
	nodes: ({ edges }) => edges.map(({ node }) => node),
	pageInfo: ({ edges, hasNextPage, hasPreviousPage }) => ({
		hasNextPage,
		hasPreviousPage,
		startCursor: edges[0]?.cursor ?? null,
		endCursor: edges.at(-1)?.cursor ?? null,
	}),
	tagFacets({ query }, { first }, { index }) {
		const count = pageSize(first ?? 20);
		return query === undefined ? [] : index.tagFacets(query, count);
	},
};
