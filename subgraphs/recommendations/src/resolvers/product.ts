import type { ProductResolvers } from '../schema.generated.ts';
import { listSize } from './list-size.ts';
import { references } from './references.ts';

export const Product: ProductResolvers = {
	__resolveReference: (reference) => reference,
	async similar({ id }, { first }, { recommender }) {
		return references(await recommender.similar(id, listSize(first, 3)));
	},
	async boughtTogether({ id }, { first }, { recommender }) {
		return references(await recommender.boughtTogether(id, listSize(first, 3)));
	},
};
