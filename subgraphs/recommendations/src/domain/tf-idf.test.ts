import { describe, expect, it } from 'vitest';
import { weightOf } from './tf-idf.ts';

describe('the weight of a feature', () => {
	it('is greater for a rare one than for a frequent one, and for a tag than for a word', () => {
		expect(weightOf('t_lagoon', 2, 1_000)).toBeGreaterThan(weightOf('t_sea', 500, 1_000));
		expect(weightOf('t_lagoon', 2, 1_000)).toBeGreaterThan(weightOf('boat', 2, 1_000));
	});

	it('is never nothing', () => {
		expect(weightOf('a', 1_000, 1_000)).toBeGreaterThan(0);
		expect(weightOf('unknown', 0, 1_000)).toBe(weightOf('once', 1, 1_000));
	});
});
