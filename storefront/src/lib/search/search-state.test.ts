import { describe, expect, it } from 'vitest';
import {
	changed,
	isFiltered,
	offeredSorts,
	readSearch,
	searchHref,
	searchVariables,
	toggleTag,
} from './search-state.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));

describe('the search in the URL', () => {
	it('reads back what it wrote', () => {
		const query = 'q=moon+night&tag=vase&tag=still+life&sort=price-asc&min=5&max=40&after=abc';
		expect(searchHref(read(query))).toBe(`/search?${query}`);
	});

	it('leaves out what is default', () => {
		expect(searchHref(read('q=moon&sort=relevance'))).toBe('/search?q=moon');
		expect(searchHref(read('sort=newest&q='))).toBe('/search');
	});

	it('sorts by the best match only where there are words to match', () => {
		expect(read('q=moon').sort).toBe('relevance');
		expect(read('q=moon&sort=newest').sort).toBe('newest');
		expect(read('sort=relevance').sort).toBe('newest');
		expect(offeredSorts('moon').map(({ label }) => label)).toContain('Best match');
		expect(offeredSorts('').map(({ label }) => label)).not.toContain('Best match');
	});

	it('ignores what makes no sense', () => {
		expect(read('sort=upwards&min=-3&max=1e9&tag=&after=')).toEqual(read(''));
		expect(read('max=99999999').max).toBeNull();
	});

	it('cuts words that are too long to be meant', () => {
		expect(read(`q=${'a'.repeat(10_000)}`).words).toHaveLength(200);
	});

	it('keeps a tag once', () => {
		expect(read('tag=vase&tag=vase').tags).toEqual(['vase']);
	});

	it('starts at the first page when anything changes', () => {
		expect(changed(read('q=moon&after=abc'), { sort: 'newest' }).after).toBeNull();
		expect(toggleTag(read('after=abc'), 'vase')).toMatchObject({ tags: ['vase'], after: null });
	});

	it('takes a chosen tag away again', () => {
		expect(toggleTag(read('tag=vase&tag=leaf'), 'vase').tags).toEqual(['leaf']);
	});

	it('asks the API for prices in minor units', () => {
		expect(searchVariables(read('min=5&max=40')).filter).toEqual({ tags: [], minPrice: 500, maxPrice: 4000 });
	});

	it('knows a sort order from a filter', () => {
		expect(isFiltered(read('sort=newest'))).toBe(false);
		expect(isFiltered(read('max=10'))).toBe(true);
	});
});
