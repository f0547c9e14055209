import { isTag } from './features.ts';

/** A tag was chosen to say what the artwork is; a word of its description may be there by chance. */
export const tagWeight = 2;

/**
 * How much a feature tells: its inverse document frequency, ln(1 + N/df) (Manning, Raghavan and Schütze, Introduction
 * to Information Retrieval, 6.2, smoothed so that what every product has still counts a little). The term frequency
 * is 1: a word that is repeated says no more.
 *
 * @param frequency how many products on sale have it
 * @param products how many are on sale
 */
export function weightOf(feature: string, frequency: number, products: number): number {
	const rarity = Math.log(1 + products / Math.max(1, frequency));
	return isTag(feature) ? tagWeight * rarity : rarity;
}
