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

/** The cosine of the angle between the tf-idf vectors of two products: 0 with nothing in common, 1 for the same. */
export function cosine(a: readonly string[], b: readonly string[], frequencies: Frequencies): number {
	const inA = new Set(a);
	const square = (feature: string) => weightOf(feature, frequencies) ** 2;
	const sum = (features: readonly string[]) =>
		features.reduce((total, feature) => total + square(feature), 0);
	const shared = sum(b.filter((feature) => inA.has(feature)));
	return shared === 0 ? 0 : shared / Math.sqrt(sum(a) * sum(b));
}
