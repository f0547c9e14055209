import { expect, it } from 'vitest';
import { Scoring } from '../scoring.ts';
import { DocumentSet } from './document-set.ts';
import { Occurrences } from './occurrences.ts';
import { Posting } from './posting.ts';

it('tells more ways of occurring apart than fit into a byte, or two', () => {
	const occurrences = new Occurrences();
	const ways = Array.from({ length: 70_000 }, (_, i) => occurrences.of(1 + (i % 2), i + 1));
	const posting = new Posting('word', occurrences, 1);
	for (const slot of ways.keys()) expect(posting.add(slot, ways[slot]!)).toBe(slot + 1);
	posting.remove(3);
	const found = DocumentSet.borrow();
	posting.addTo(found, 1);
	expect(found.size).toBe(35_000);
	const all = DocumentSet.of(ways.keys(), 70_000);
	const scores = new Float64Array(70_000);
	posting.score(new Scoring(all, scores, () => (often) => often), 2, 3);
	expect([scores[0], scores[3], scores[299], scores[69_999]]).toEqual([2, 0, 600, 140_000]);
});
