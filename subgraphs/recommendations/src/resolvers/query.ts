import { badInput } from '@infinite-blob/subgraph/scalars';
import type { QueryResolvers } from '../schema.generated.ts';
import { listSize } from './list-size.ts';
import { references } from './references.ts';

const maxProducts = 50;

export const Query: QueryResolvers = {
	async trending(_, { first }, { recommender }) {
		return references(await recommender.trending(listSize(first, 8)));
	},
	async recommendations(_, { productIds, first }, { recommender }) {
		if (productIds.length > maxProducts) throw badInput(`"productIds" takes at most ${maxProducts} ids.`);
		return references(await recommender.forProducts([...new Set(productIds)], listSize(first, 4)));
	},
};
