import { logAffinity, logPopularity } from './affinity.ts';
import { diversified } from './diversify.ts';
import type { Scores } from './ranking.ts';

/** One product of a cart, and what is known of its neighbours. */
export interface Part {
	id: string;
	/** Orders that held both. */
	together: Scores;
	/** From 0 to 1. */
	similar: Scores;
}

/** What is known of all products that matter. */
export interface Market {
	/** All orders. */
	orders: number;
	/** Orders that held a product. */
	sold: (id: string) => number;
}

/**
 * The best of the candidates for what is in a cart, with something for each part of it. Together they are ranked by
 * naive Bayes: popularity times affinity to each part, as if each part spoke for itself.
 */
export function forCart(
	parts: readonly Part[],
	candidates: readonly string[],
	{ orders, sold }: Market,
	count: number,
): string[] {
	// Equals in the order of their ids, so that a list does not flicker.
	const ids = candidates.toSorted();
	const popularity = ids.map((id) => logPopularity(sold(id), orders));
	const affinities = parts.map(({ id: part, together, similar }) => {
		const one = sold(part);
		return ids.map((id) =>
			logAffinity({ both: together.get(id) ?? 0, one, other: sold(id), orders }, similar.get(id)),
		);
	});
	const all = popularity.map((own, place) => affinities.reduce((sum, part) => sum + part[place]!, own));
	const each = affinities.map((part) => part.map((affinity, place) => popularity[place]! + affinity));
	return diversified(comparable(all), each.map(comparable), count).map((place) => ids[place]!);
}

/** From logarithms to numbers of which the greatest is 1. */
function comparable(logs: readonly number[]): number[] {
	const highest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	return logs.map((log) => Math.exp(log - highest));
}
