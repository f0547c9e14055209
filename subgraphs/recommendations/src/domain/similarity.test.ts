import { describe, expect, it } from 'vitest';
import { similarity } from './similarity.ts';

describe('similarity', () => {
	it('is higher for a rarer tag', () => {
		const scores = similarity(
			[
				['a', 'b'],
				['a', 'c', 'd', 'e'],
			],
			10,
		);
		expect(scores.get('b')).toBeGreaterThan(scores.get('c') ?? 0);
	});

	it('adds up over the shared tags', () => {
		const scores = similarity(
			[
				['a', 'b'],
				['b', 'c'],
			],
			10,
		);
		expect(scores.get('b')).toBeCloseTo((scores.get('a') ?? 0) + (scores.get('c') ?? 0));
	});

	it('tells two products apart from none even when every product has the tag', () => {
		expect(similarity([['a', 'b']], 2).get('a')).toBeGreaterThan(0);
		expect(similarity([], 2).size).toBe(0);
	});
});
