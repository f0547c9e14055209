import { describe, expect, it } from 'vitest';
import { readSearch } from './read-search.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

describe('an address that makes no sense', () => {
	it.each([
		['sort=upwards', /no such order/],
		['min=-3', /“-3” is not a price/],
		['max=99999999999999999999', /not a price/],
		['min=50&max=20', /lowest price, \$50, is above the highest, \$20/],
		['after=abc&before=def', /first one/],
		[`tag=${'a'.repeat(41)}`, /theme/],
	])('%s is left out, and said', (query, note) => {
		const { search, ignored } = read(query);
		expect(search).toEqual(read('').search);
		expect(ignored).toEqual([expect.stringMatching(note)]);
	});

	it('says nothing about what is merely empty', () => {
		expect(read('q=&tag=&sort=&min=&max=+&after=&before=').ignored).toEqual([]);
		expect(read('utm_source=elsewhere').ignored).toEqual([]);
	});

	it('is cut where words are too long to be meant, never inside a character', () => {
		const { search, ignored } = read(`q=${'😀'.repeat(10_000)}`);
		expect(search.words).toBe('😀'.repeat(200));
		expect(ignored).toHaveLength(1);
	});

	it('names at most as many themes as the API takes, each once', () => {
		expect(read('tag=vase&tag=Vase+').search.tags).toEqual(['vase']);
		const many = read(Array.from({ length: 30 }, (_, place) => `tag=t${place}`).join('&'));
		expect(many.search.tags).toHaveLength(20);
		expect(many.ignored).toHaveLength(1);
	});

	it('has no control characters', () => {
		expect(read('q=moon%00%0Anight').search.words).toBe('moon night');
	});

	it('keeps prices as they were typed, for their fields', () => {
		const { typedPrices } = read('min=cheap&max=20');
		expect(typedPrices).toMatchObject({ from: 'cheap', to: '20', problem: { field: 'from' } });
	});
});
