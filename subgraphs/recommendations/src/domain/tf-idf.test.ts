import { describe, expect, it } from 'vitest';
import { cosineTo, weightOf } from './tf-idf.ts';

const counts: Record<string, number> = { t_sea: 500, t_lagoon: 2, boat: 2, a: 1_000 };
const frequencies = { products: 1_000, of: (feature: string) => counts[feature] ?? 0 };

const cosine = (one: readonly string[], other: readonly string[]) => cosineTo(one, frequencies)(other);

describe('similarity', () => {
	it('counts a rare feature more than a frequent one, and a tag more than a word', () => {
		expect(weightOf('t_lagoon', frequencies)).toBeGreaterThan(weightOf('t_sea', frequencies));
		expect(weightOf('t_lagoon', frequencies)).toBeGreaterThan(weightOf('boat', frequencies));
		expect(weightOf('a', frequencies)).toBeGreaterThan(0);
	});

	it('is 1 for the same features, 0 without a shared one, and the same from either side', () => {
		const [one, other] = [
			['t_sea', 'boat'],
			['t_sea', 't_lagoon'],
		] as const;
		expect(cosine(one, one)).toBeCloseTo(1);
		expect(cosine(one, ['t_lagoon'])).toBe(0);
		expect(cosine([], [])).toBe(0);
		expect(cosine(one, other)).toBeCloseTo(cosine(other, one));
	});

	it('is higher for the product that shares what is rare', () => {
		const own = ['t_sea', 't_lagoon'];
		expect(cosine(own, ['t_lagoon', 'a'])).toBeGreaterThan(cosine(own, ['t_sea', 'a']));
	});
});
