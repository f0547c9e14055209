import type { SearchQueryVariables } from '#lib/graphql/operations.generated.ts';
import { filterCount, type SearchState } from './search-state.ts';
import { sortNamed } from './sort-orders.ts';

const pageSize = 24;

/** The search as the API takes it: prices in minor units, a page from either side of a cursor. */
export function searchVariables(state: SearchState): SearchQueryVariables {
	const { words, tags, sort, min, max, after, before } = state;
	return {
		search: words || null,
		sort: sortNamed(sort)?.sort ?? null,
		...(before ? { first: null, last: pageSize, before } : { first: pageSize, after }),
		filtered: filterCount(state) > 0,
		filter: { tags, minPrice: cents(min), maxPrice: cents(max) },
	};
}

function cents(dollars: number | null): number | null {
	return dollars === null ? null : Math.round(dollars * 100);
}
