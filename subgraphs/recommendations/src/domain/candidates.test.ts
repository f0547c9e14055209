import { describe, expect, it } from 'vitest';
import { candidateQuery, sliceOf, slices } from './candidates.ts';

const query = (counts: Record<string, number>, slice = 0) =>
	candidateQuery(Object.keys(counts), slice, { products: 100_000, of: (name) => counts[name] ?? 0 });

describe('the candidates for a product', () => {
	it('share its rarest features, as many as lead to 400 products; the others only add to the score', () => {
		expect(query({ t_art: 90_000, moon: 150, boat: 200, lagoon: 3, sea: 1_000 })).toEqual({
			anyOf: ['lagoon', 'moon', 'boat'],
			optional: ['sea', 't_art'],
			slices: [],
		});
	});

	it('are the whole of a small catalogue that has anything in common with it', () => {
		expect(query({ t_art: 40, moon: 2 })?.anyOf).toEqual(['moon', 't_art']);
	});

	it('come from a part of the catalogue where every feature is frequent, so that they are never many more', () => {
		const found = query({ t_art: 100_000, t_print: 100_000 }, 63);
		expect(found).toEqual({ anyOf: ['t_art'], optional: ['t_print'], slices: [63] });
		for (const count of [500, 5_000, 20_000, 64_000, 100_000]) {
			const { slices: taken } = query({ t_art: count })!;
			expect((count * (taken.length || slices)) / slices).toBeLessThanOrEqual(1_600);
		}
		expect(query({ t_art: 10_000 }, 60)?.slices).toEqual([60, 61]);
	});

	it('are none where nobody knows a feature', () => {
		expect(query({})).toBeUndefined();
		expect(query({ gone: 0 })).toBeUndefined();
	});

	it('are asked for with a bounded number of features', () => {
		const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`w${i}`, 1_500]));
		expect(query(many)!.anyOf.length + query(many)!.optional.length).toBeLessThanOrEqual(9);
	});
});

describe('the slices of the catalogue', () => {
	it('are about as large as each other', () => {
		const sizes = new Array<number>(slices).fill(0);
		for (let i = 0; i < 64_000; i++) sizes[sliceOf(`prd_${i}`)]!++;
		expect(Math.min(...sizes)).toBeGreaterThan(800);
		expect(Math.max(...sizes)).toBeLessThan(1_200);
	});
});
