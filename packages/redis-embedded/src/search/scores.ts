import type { DocumentSet } from './document-set.ts';
import type { Matcher } from './matcher.ts';
import { scorer } from './scorer.ts';
import { Scoring } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';

/** By slot, for one query after the other: only what a query scores is cleared before it. */
let sums = new Float64Array(0);

/** What documents of a set are worth to a query, until the next one is scored; 0 when there is no set. */
export function scoresOf(
	index: SearchIndex,
	name: string,
	matcher: Matcher,
	among: DocumentSet | undefined,
): (slot: number) => number {
	const { weigh, total } = scorer(name, index);
	if (among === undefined) return () => 0;
	if (matcher.score === undefined) return (slot) => total(0, slot);
	const { capacity } = index.documents;
	if (sums.length < capacity) sums = new Float64Array(capacity);
	const scores = sums;
	const scoring = new Scoring(among, scores, weigh);
	for (const slot of scoring.slots) scores[slot] = 0;
	matcher.score(scoring, 1);
	for (const slot of scoring.slots) scores[slot] = total(scores[slot]!, slot);
	return (slot) => scores[slot]!;
}
