import { isTag } from './features.ts';

/** How many products of how many have each feature. */
export interface Frequencies {
	/** Products on sale. */
	products: number;
	of: (feature: string) => number;
}

/** A tag was chosen to say what the artwork is; a word of its description may be there by chance. */
export const tagWeight = 2;

/**
 * How much a feature tells: its inverse document frequency, ln(1 + N/df) (Manning, Raghavan and Schütze, Introduction
 * to Information Retrieval, 6.2, smoothed so that what every product has still counts a little). The term frequency
 * is 1: a word that is repeated says no more.
 */
export function weightOf(feature: string, { products, of }: Frequencies): number {
	const rarity = Math.log(1 + products / Math.max(1, of(feature)));
	return isTag(feature) ? tagWeight * rarity : rarity;
}

/**
 * The cosine of the angle between the tf-idf vectors of a product and of others: 0 with nothing in common, 1 for the
 * same.
 */
export function cosineTo(
	features: readonly string[],
	frequencies: Frequencies,
): (others: readonly string[]) => number {
	const known = new Map<string, number>();
	const square = (feature: string) => {
		let weight = known.get(feature);
		if (weight === undefined) {
			weight = weightOf(feature, frequencies) ** 2;
			known.set(feature, weight);
		}
		return weight;
	};
	const own = new Set(features);
	const length = features.reduce((sum, feature) => sum + square(feature), 0);
	return (others) => {
		let [shared, all] = [0, 0];
		for (const feature of others) {
			all += square(feature);
			if (own.has(feature)) shared += square(feature);
		}
		return shared === 0 ? 0 : shared / Math.sqrt(length * all);
	};
}
