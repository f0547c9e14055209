import type { Basket } from './hold-out.ts';

/** Lists are as long as this. */
export const k = 10;

/** Recommends k products for what a basket holds. */
export type Method = (held: string[]) => Promise<string[]>;

/** How well a method does. */
export interface Measures {
	/** The share of baskets whose last item is in the list: recall@k with one relevant item each. */
	recall: number;
	/** The share of the catalogue that is in any of the lists. */
	coverage: number;
	/** The share of what is shown that is of the topic of what was put in last before: how alike the lists are to it. */
	sameTopic: number;
	/** How long the lists are on average. */
	length: number;
	/** Milliseconds a list, on average. */
	ms: number;
}

/** Asks a method for each basket. */
export async function measure(
	method: Method,
	baskets: readonly Basket[],
	catalogueSize: number,
	topicOf: (id: string) => string | undefined,
): Promise<Measures> {
	const shown = new Set<string>();
	let hits = 0;
	let length = 0;
	let alike = 0;
	const start = performance.now();
	for (const { held, target } of baskets) {
		const list = await method(held);
		if (list.length > k || list.some((id) => held.includes(id)))
			throw new Error(`a list is too long or shows what is in the basket: ${list}`);
		if (list.includes(target)) hits++;
		length += list.length;
		const topic = topicOf(held.at(-1)!);
		alike += list.filter((id) => topicOf(id) === topic).length;
		for (const id of list) shown.add(id);
	}
	return {
		recall: hits / baskets.length,
		coverage: shown.size / catalogueSize,
		sameTopic: alike / Math.max(1, length),
		length: length / baskets.length,
		ms: (performance.now() - start) / baskets.length,
	};
}
