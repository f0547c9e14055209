import { describe, expect, it } from 'vitest';
import { readSearch } from './read-search.ts';
import { searchVariables } from './search-variables.ts';

const variables = (query: string) => searchVariables(readSearch(new URLSearchParams(query)).search);

describe('the search as the API takes it', () => {
	it('has prices in minor units', () => {
		expect(variables('min=5&max=19.99').filter).toEqual({ tags: [], minPrice: 500, maxPrice: 1999 });
	});

	it('asks for a page on either side of a cursor', () => {
		expect(variables('after=abc')).toMatchObject({ first: 24, after: 'abc' });
		expect(variables('before=abc')).toMatchObject({ first: null, last: 24, before: 'abc' });
	});
});
