import { describe, expect, it } from 'vitest';
import { largestCatalogue, syntheticCatalogue } from './catalogue.ts';
import { topics } from './topics.ts';

const until = Date.UTC(2026, 10, 1);
const catalogue = syntheticCatalogue({ seed: 1, size: 20_000, until });
const products = Array.from({ length: catalogue.size }, (_, index) => catalogue.at(index));

describe('a synthetic catalogue', () => {
	it('is the same for the same seed, whatever is asked for first', () => {
		const again = syntheticCatalogue({ seed: 1, size: 20_000, until });
		for (const index of [19_999, 3, 700]) expect(again.at(index)).toEqual(products[index]);
		expect(syntheticCatalogue({ seed: 2, size: 20_000, until }).at(3)).not.toEqual(products[3]);
	});

	it('gives each artwork a handle of its own', () => {
		expect(new Set(products.map(({ handle }) => handle)).size).toBe(products.length);
		for (const { handle } of products) expect(handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		const nouns = topics.flatMap((topic) => topic.nouns);
		expect(new Set(nouns).size).toBe(nouns.length);
		expect(topics.reduce((sum, { share }) => sum + share, 0)).toBe(64);
	});

	it('fills in every sentence', () => {
		for (const { description, tags, price } of products) {
			expect(description).not.toMatch(/[{}]|undefined/);
			expect(description.length).toBeGreaterThan(80);
			expect(new Set(tags).size).toBe(tags.length);
			expect(tags.length).toBeGreaterThan(3);
			expect(Number.isInteger(price) && price >= 300).toBe(true);
		}
	});

	it('lets artworks come one after the other, none of them in the future', () => {
		const times = products.map(({ createdAt }) => createdAt);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times.at(-1)).toBeLessThanOrEqual(until);
	});

	it('refuses to be larger than its words suffice for', () => {
		expect(() => syntheticCatalogue({ seed: 1, size: largestCatalogue + 1, until })).toThrow(RangeError);
	});
});
