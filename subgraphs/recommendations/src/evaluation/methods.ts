import { Random } from '@infinite-blob/synthetic-shop/random';
import type { Recommender } from '../recommender.ts';
import { k, type Method } from './measure.ts';

/**
 * What is compared: the service's own lists, for the cart by all that is in it and for a product by the last thing that
 * was put there; and two that know nothing of it.
 */
export function methods(
	recommender: Recommender,
	productIds: readonly string[],
	seed: number,
): Record<string, Method> {
	const random = new Random(seed, 6);
	// A product's own lists do not know of the rest of the basket.
	const unheld = (list: string[], held: string[]) => list.filter((id) => !held.includes(id)).slice(0, k);
	return {
		'cart recommendations': (held) => recommender.forProducts(held, k),
		boughtTogether: async (held) => {
			return unheld(await recommender.boughtTogether(held.at(-1)!, k + held.length), held);
		},
		similar: async (held) => unheld(await recommender.similar(held.at(-1)!, k + held.length), held),
		'popularity (trending)': async (held) => unheld(await recommender.trending(k + held.length), held),
		random: async (held) => unheld(random.some(productIds, k + held.length), held),
	};
}
