import { describe, expect, it } from 'vitest';
import { ranked, take } from './ranking.ts';
import { trendWeight } from './trend.ts';

const scores = new Map([
	['b', 1],
	['a', 1],
	['c', 2],
]);

describe('ranking', () => {
	it('puts the best first, and equals in a fixed order', () => {
		expect(ranked(scores)).toEqual(['c', 'a', 'b']);
	});

	it('takes each id once, from one list after the other, without the excluded', () => {
		expect(take(3, [['a', 'b'], ['b', 'x', 'c'], ['d']], new Set(['x']))).toEqual(['a', 'b', 'c']);
		expect(take(9, [['a']], new Set())).toEqual(['a']);
	});
});

describe('a trend', () => {
	it('counts a purchase half as much as one a week later', () => {
		const at = Date.UTC(2030, 5, 1);
		expect(trendWeight(at + 7 * 24 * 60 * 60 * 1000) / trendWeight(at)).toBeCloseTo(2);
		expect(Number.isFinite(trendWeight(Date.UTC(2044, 0, 1)))).toBe(true);
	});
});
