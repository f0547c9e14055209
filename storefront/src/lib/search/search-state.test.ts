import { describe, expect, it } from 'vitest';
import { readSearch } from './read-search.ts';
import { changed, filterCount, searchHref, toggleTag, withoutFilters } from './search-state.ts';
import { offeredSorts } from './sort-orders.ts';

const read = (query: string) => readSearch(new URLSearchParams(query)).search;

describe('the search in the URL', () => {
	it('reads back what it wrote', () => {
		const query = 'q=moon+night&tag=vase&tag=still+life&sort=price-asc&min=5&max=40.5';
		for (const page of ['', '&after=abc', '&before=abc'])
			expect(searchHref(read(query + page))).toBe(`/search?${query}${page}`);
	});

	it('leaves out what is default', () => {
		expect(searchHref(read('q=moon&sort=relevance'))).toBe('/search?q=moon');
		expect(searchHref(read('sort=newest&q=&min=&max='))).toBe('/search');
	});

	it('sorts by the best match only where there are words to match', () => {
		expect(read('q=moon').sort).toBe('relevance');
		expect(read('q=moon&sort=newest').sort).toBe('newest');
		expect(read('sort=relevance').sort).toBe('newest');
		expect(offeredSorts('moon').map(({ label }) => label)).toContain('Best match');
		expect(offeredSorts('').map(({ label }) => label)).not.toContain('Best match');
	});

	it('starts at the first page when anything changes', () => {
		expect(changed(read('q=moon&after=abc'), { sort: 'newest' }).after).toBeNull();
		expect(toggleTag(read('before=abc'), 'vase')).toMatchObject({ tags: ['vase'], before: null });
	});

	it('takes a chosen tag away again', () => {
		expect(toggleTag(read('tag=vase&tag=leaf'), 'vase').tags).toEqual(['leaf']);
	});

	it('keeps the words and the order when the filters are cleared', () => {
		const cleared = withoutFilters(read('q=moon&tag=vase&min=5&sort=name&after=abc'));
		expect(searchHref(cleared)).toBe('/search?q=moon&sort=name');
	});

	it('counts each tag and the prices together as filters', () => {
		expect(filterCount(read('q=moon&sort=name'))).toBe(0);
		expect(filterCount(read('tag=vase&tag=leaf&min=5&max=10'))).toBe(3);
	});
});
