import type { Scores } from './ranking.ts';

/**
 * How similar products are to one with these tags: the sum over the shared tags, of which a rare one says more than
 * one that half the catalogue has (inverse document frequency).
 *
 * @param members the products of each tag
 * @param catalogueSize products on sale
 */
export function similarity(members: readonly (readonly string[])[], catalogueSize: number): Scores {
	const scores: Scores = new Map();
	for (const ids of members) {
		const rarity = Math.log(1 + catalogueSize / Math.max(1, ids.length));
		for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + rarity);
	}
	return scores;
}
