/**
 * The items with the highest scores, in no order. They are kept in a heap with the worst on top, so that most items are
 * done with after one look at their score; all the more where the better ones tend to come first.
 *
 * @param items the first `count` of these
 * @param scores by item
 * @param compare orders items of the same score: negative where the first one is better
 */
export function bestOf(
	most: number,
	items: Uint32Array,
	count: number,
	scores: Float32Array,
	compare: (a: number, b: number) => number,
): Uint32Array {
	const heap = items.slice(0, Math.min(most, count));
	const isBetter = (a: number, b: number) =>
		scores[a] === scores[b] ? compare(a, b) < 0 : scores[a]! > scores[b]!;
	/** Lets an item go down from a place until nothing worse is below it. */
	function sink(item: number, start: number): void {
		let place = start;
		for (let below = 2 * place + 1; below < heap.length; below = 2 * place + 1) {
			if (below + 1 < heap.length && isBetter(heap[below]!, heap[below + 1]!)) below++;
			if (!isBetter(item, heap[below]!)) break;
			heap[place] = heap[below]!;
			place = below;
		}
		heap[place] = item;
	}
	for (let place = (heap.length >> 1) - 1; place >= 0; place--) sink(heap[place]!, place);
	let least = scores[heap[0]!]!;
	for (let place = heap.length; place < count; place++) {
		const item = items[place]!;
		if (scores[item]! < least || !isBetter(item, heap[0]!)) continue;
		sink(item, 0);
		least = scores[heap[0]!]!;
	}
	return heap;
}
