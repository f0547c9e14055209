import { pageSize } from '@infinite-blob/subgraph/paging';
import type {
	PageInfoResolvers,
	ProductConnectionResolvers,
	ProductEdgeResolvers,
} from '../schema.generated.ts';

export const ProductConnection: ProductConnectionResolvers = {
	nodes: ({ edges }) => edges.map(({ node }) => node),
	pageInfo: (page) => page,
	correctedSearch: ({ correctedSearch }) => correctedSearch ?? null,
	async didYouMean({ totalCount, criteria, words }, _, { spelling }) {
		return totalCount > 0 ? null : ((await spelling.alternative(criteria, words)) ?? null);
	},
	tagFacets({ query }, { first }, { index }) {
		const count = pageSize(first ?? 20);
		return query === undefined ? [] : index.tagFacets(query, count);
	},
};

export const ProductEdge: ProductEdgeResolvers = { cursor: ({ cursor }) => cursor() };

export const PageInfo: PageInfoResolvers = {
	startCursor: ({ edges }) => edges[0]?.cursor() ?? null,
	endCursor: ({ edges }) => edges.at(-1)?.cursor() ?? null,
};
