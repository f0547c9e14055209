import type { SortStep } from './aggregate/aggregation-options.ts';
import type { SortValue } from './fields/sort-column.ts';

/** What rows are sorted by. Null is less than all else; undefined, where there is nothing, comes last in either direction. */
export type SortKey = SortValue | null | undefined;

/** What two values are to each other. */
export function compareValues(a: SortKey, b: SortKey, descending: boolean): number {
	if (a === b) return 0;
	if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
	return isLess(a, b) !== descending ? -1 : 1;
}

function isLess(a: SortValue | null, b: SortValue | null): boolean {
	if (a === null || b === null) return a === null;
	return typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b);
}

/** The items that a step leaves, by what they are sorted by; equal ones in the direction of the last. */
export function firstSorted<T>(
	items: readonly T[],
	{ by, offset, count }: SortStep,
	keyOf: (item: T, name: string) => SortKey,
): T[] {
	const keys = by.map(({ name }) => items.map((item) => keyOf(item, name)));
	const places = firstOf(Uint32Array.from(items.keys()), offset + count, (a, b) => {
		for (const [i, { descending }] of by.entries()) {
			const order = compareValues(keys[i]![a], keys[i]![b], descending);
			if (order !== 0) return order;
		}
		return by.at(-1)?.descending ? b - a : a - b;
	});
	return places.slice(offset).map((place) => items[place]!);
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

/** What slots are sorted by: numbers by slot. */
export interface Level {
	readonly numbers: Float64Array;
	readonly descending: boolean;
}
/** The second decides among equals of the first, and the last among all. */
type Levels = readonly [Level] | readonly [Level, Level];

/** `firstOf` for numbers, which need no function to be compared: several times as fast. Reorders the slots. */
export function firstByNumbers(slots: Uint32Array, limit: number, levels: Levels): number[] {
	const [first, second = first] = levels;
	const [numbers, ties] = [first.numbers, second.numbers];
	const [sign, tieSign] = [first.descending ? -1 : 1, second.descending ? -1 : 1];
	const isAfter = (a: number, b: number): boolean => {
		// Infinities that are equal have no difference, nor are they greater.
		const difference = numbers[a]! - numbers[b]!;
		if (difference < 0 || difference > 0) return difference * sign > 0;
		return (ties[a]! - ties[b]!) * tieSign > 0;
	};
	const sink = (heap: Uint32Array, size: number, item: number): void => {
		let at = 0;
		for (let child = 1; child < size; child = 2 * at + 1) {
			if (child + 1 < size && isAfter(heap[child + 1]!, heap[child]!)) child++;
			if (!isAfter(heap[child]!, item)) break;
			heap[at] = heap[child]!;
			at = child;
		}
		heap[at] = item;
	};
	const size = Math.min(limit, slots.length);
	if (size === 0) return [];
	// The last one on top; it gives way to whatever comes before it.
	const heap = slots.subarray(0, size);
	for (let at = 1; at < size; at++) {
		const item = heap[at]!;
		let place = at;
		for (; place > 0; place = (place - 1) >> 1) {
			const parent = heap[(place - 1) >> 1]!;
			if (!isAfter(item, parent)) break;
			heap[place] = parent;
		}
		heap[place] = item;
	}
	for (let at = size; at < slots.length; at++)
		if (isAfter(heap[0]!, slots[at]!)) sink(heap, size, slots[at]!);
	const found = new Array<number>(size);
	for (let left = size - 1; left >= 0; left--) {
		found[left] = heap[0]!;
		sink(heap, left, heap[left]!);
	}
	return found;
}
