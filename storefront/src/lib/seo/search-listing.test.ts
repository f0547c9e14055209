import { expect, it } from 'vitest';
import { readSearch } from '#lib/search/read-search.ts';
import { pageDescription, searchListing } from './search-listing.ts';

const searchOf = (query: string) => readSearch(new URLSearchParams(query)).search;
const listing = (query: string, found = 5) => searchListing(searchOf(query), found);

it.each([
	['', '/search'],
	['sort=price-asc', '/search'],
	['utm_source=mail', '/search'],
	['tag=vase', '/search?tag=vase'],
	['tag=vase&sort=popular', '/search?tag=vase'],
])('knows ?%s as %s', (query, address) => {
	expect(listing(query)).toBe(address);
});

it.each(['q=moon', 'q=moon&tag=vase', 'tag=vase&tag=blue', 'min=10', 'max=50&tag=vase', 'after=abc'])(
	'leaves ?%s out',
	(query) => {
		expect(listing(query)).toBeNull();
	},
);

it('leaves out what finds nothing', () => {
	expect(listing('tag=no-such-theme', 0)).toBeNull();
});

it('describes a theme by its name', () => {
	expect(pageDescription(searchOf('tag=vase'))).toContain('“vase”');
});
