import type { SortValue } from './sort-column.ts';

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

/** The first items in an order. `compare` must tell any two apart. */
export function firstOf(
	items: Uint32Array,
	limit: number,
	compare: (a: number, b: number) => number,
): number[] {
	if (limit >= items.length) return [...items].sort(compare);
	if (limit === 0) return [];
	// A heap with the last one on top: what comes after it is no candidate.
	const heap: number[] = [];
	for (const item of items) {
		if (heap.length < limit) rise(heap, item, compare);
		else if (compare(item, heap[0]!) < 0) sink(heap, item, compare);
	}
	return heap.sort(compare);
}

function rise(heap: number[], item: number, compare: (a: number, b: number) => number): void {
	let at = heap.length;
	while (at > 0) {
		const parent = (at - 1) >> 1;
		if (compare(item, heap[parent]!) <= 0) break;
		heap[at] = heap[parent]!;
		at = parent;
	}
	heap[at] = item;
}

function sink(heap: number[], item: number, compare: (a: number, b: number) => number): void {
	let at = 0;
	for (let child = 1; child < heap.length; child = 2 * at + 1) {
		if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child++;
		if (compare(item, heap[child]!) >= 0) break;
		heap[at] = heap[child]!;
		at = child;
	}
	heap[at] = item;
}
