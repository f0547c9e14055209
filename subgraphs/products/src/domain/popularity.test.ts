import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { popularity } from './popularity.ts';

describe('the popularity of a product', () => {
	it('grows with every one of the first purchases', () => {
		for (let downloads = 0; downloads < 50; downloads++)
			expect(popularity(downloads + 1)).toBeGreaterThan(popularity(downloads));
	});

	it('never falls, stays just below 1, and fits single precision', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat(), (downloads, more) => {
				const [before, after] = [popularity(downloads), popularity(downloads + more)];
				expect(after).toBeGreaterThanOrEqual(before);
				expect(before).toBeGreaterThan(0.9998);
				expect(after).toBeLessThanOrEqual(1);
				expect(Math.fround(before)).toBe(before);
			}),
		);
	});
});
