import type { SortValue } from './search-index.ts';

/** What two values are to each other; what is missing comes last in either direction. */
export function compareValues(
	a: SortValue | undefined,
	b: SortValue | undefined,
	descending: boolean,
): number {
	if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
	if (a === b) return 0;
	const less = typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b);
	return less !== descending ? -1 : 1;
}

/** The first items in an order, and how many there were. Holds no more than `limit` of them. */
export function firstOf<T>(
	items: Iterable<T>,
	limit: number,
	compare: (a: T, b: T) => number,
): [T[], number] {
	const first: T[] = [];
	let count = 0;
	for (const item of items) {
		count++;
		if (limit === 0 || (first.length === limit && compare(item, first.at(-1)!) >= 0)) continue;
		let low = 0;
		let high = first.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compare(first[middle]!, item) <= 0) low = middle + 1;
			else high = middle;
		}
		first.splice(low, 0, item);
		if (first.length > limit) first.pop();
	}
	return [first, count];
}
