/** What a product is worth in some respect, by its id. */
export type Scores = Map<string, number>;

/** The ids from the best to the worst; equals in the order of their ids, so that a list does not flicker. */
export function ranked(scores: Scores): string[] {
	return [...scores].sort(([idA, a], [idB, b]) => b - a || (idA < idB ? -1 : 1)).map(([id]) => id);
}

/** The first ids of the lists, one list after the other, each id once and none of the excluded. */
export function take(count: number, lists: readonly string[][], excluded: ReadonlySet<string>): string[] {
	const taken = new Set<string>();
	for (const id of lists.flat()) {
		if (taken.size === count) break;
		if (!excluded.has(id)) taken.add(id);
	}
	return [...taken];
}
