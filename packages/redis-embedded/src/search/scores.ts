import type { DocumentSet } from './fields/document-set.ts';
import { firstByNumbers, firstOf } from './order.ts';
import type { Matcher } from './query/matcher.ts';
import { distances } from './query/proximity.ts';
import { scorer } from './scorer.ts';
import { Scoring } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';

/** What documents of a set are worth to a query, until the next one is scored. */
export interface Scores {
	/** 0 when there is no set. */
	of(slot: number): number;
	/** The first ones of the set by score, then by number; undefined where the query tells nothing of their worth. */
	readonly best: ((limit: number) => number[]) | undefined;
}

/** By slot, for one query after the other: only what a query scores is cleared before it. */
let sums = new Float64Array(0);

/** Scores the documents of a set. */
export function scoresOf(
	index: SearchIndex,
	name: string,
	matcher: Matcher,
	among: DocumentSet | undefined,
): Scores {
	const { weigh, total, byDistance, ofDocuments } = scorer(name, index);
	if (among === undefined) return { of: () => 0, best: undefined };
	if (matcher.score === undefined && !ofDocuments) return { of: (slot) => total(0, slot), best: undefined };
	const { capacity, arrivalOrder } = index.documents;
	if (sums.length < capacity) sums = new Float64Array(capacity);
	const numbers = sums;
	const scoring = new Scoring(among, numbers, weigh);
	for (const slot of scoring.slots) numbers[slot] = 0;
	matcher.score?.(scoring, 1);
	const distance = byDistance ? distances(matcher) : 1;
	const divisor = typeof distance === 'number' ? distance : 1;
	for (const slot of scoring.slots) numbers[slot] = total(numbers[slot]!, slot) / divisor;
	const order = [{ numbers, descending: true }, arrivalOrder] as const;
	if (typeof distance === 'number') {
		return {
			of: (slot) => numbers[slot]!,
			best: (limit) => firstByNumbers(scoring.slots, limit, order),
		};
	}
	// Where words stand is looked up where it matters: not in what is worth less than enough others anyway.
	const upperBounds = among.copy();
	const settle = (slot: number): number => {
		if (upperBounds.has(slot)) {
			upperBounds.delete(slot);
			numbers[slot]! /= distance(slot);
		}
		return numbers[slot]!;
	};
	return {
		of: settle,
		best(limit) {
			const likely = firstByNumbers(scoring.slots.slice(), limit, order);
			return firstOf(inFront(likely, among), limit, (a, b) => {
				if (numbers[a]! < numbers[b]! && !upperBounds.has(b)) return 1;
				if (numbers[b]! < numbers[a]! && !upperBounds.has(a)) return -1;
				settle(a);
				settle(b);
				for (const { numbers, descending } of order) {
					const difference = numbers[a]! - numbers[b]!;
					if (difference !== 0 && !Number.isNaN(difference)) return descending ? -difference : difference;
				}
				return 0;
			});
		},
	};
}

/** Some of a set, then its others. */
function inFront(first: readonly number[], set: DocumentSet): Uint32Array {
	const others = set.copy();
	for (const slot of first) others.delete(slot);
	const rest = others.slots();
	others.release();
	const all = new Uint32Array(first.length + rest.length);
	all.set(first);
	all.set(rest, first.length);
	return all;
}
