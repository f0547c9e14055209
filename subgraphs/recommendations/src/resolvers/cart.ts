import type { CartResolvers } from '../schema.generated.ts';
import { listSize } from './list-size.ts';
import { references } from './references.ts';

export const Cart: CartResolvers = {
	__resolveReference: (reference) => reference,
	async recommendations({ lines }, { first }, { recommender }) {
		// A line's product is missing while the catalogue is away.
		const ids = (lines ?? []).flatMap(({ product }) => product?.id ?? []);
		return references(await recommender.forProducts(ids, listSize(first, 4)));
	},
};
