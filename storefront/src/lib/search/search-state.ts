import type { ProductSort, SearchQueryVariables } from '#lib/graphql/operations.generated.ts';

/** The sort orders by their names in the URL. */
const sortOrders = [
	{ name: 'relevance', sort: 'RELEVANCE', label: 'Best match' },
	{ name: 'newest', sort: 'NEWEST', label: 'Newest' },
	{ name: 'popular', sort: 'MOST_DOWNLOADED', label: 'Most downloaded' },
	{ name: 'price-asc', sort: 'PRICE_ASC', label: 'Price, low to high' },
	{ name: 'price-desc', sort: 'PRICE_DESC', label: 'Price, high to low' },
	{ name: 'name', sort: 'NAME', label: 'Name' },
] as const satisfies { name: string; sort: ProductSort; label: string }[];

type SortName = (typeof sortOrders)[number]['name'];

/** The sort orders on offer, the default first: without words nothing matches better than the rest. */
export function offeredSorts(words: string) {
	return words ? sortOrders : sortOrders.filter(({ name }) => name !== 'relevance');
}

function defaultSort(words: string): SortName {
	return words ? 'relevance' : 'newest';
}

/** What a visitor is looking for. All of it lives in the URL. */
export interface SearchState {
	words: string;
	tags: string[];
	sort: SortName;
	/** In whole US dollars, the catalogue's currency. */
	min: number | null;
	max: number | null;
	after: string | null;
}

const longestWords = 200;
const dearest = 1_000_000;

/** Reads the URL forgivingly: what makes no sense there is left out. */
export function readSearch(parameters: URLSearchParams): SearchState {
	const words = (parameters.get('q') ?? '').trim().slice(0, longestWords);
	const sort = offeredSorts(words).find(({ name }) => name === parameters.get('sort'));
	return {
		words,
		tags: [...new Set(parameters.getAll('tag').filter(Boolean))],
		sort: sort?.name ?? defaultSort(words),
		min: dollars(parameters.get('min')),
		max: dollars(parameters.get('max')),
		after: parameters.get('after') || null,
	};
}

function dollars(text: string | null): number | null {
	if (!text || !/^\d+$/.test(text.trim())) return null;
	const amount = Number(text);
	return amount <= dearest ? amount : null;
}

/** The address of a search, without what is default. */
export function searchHref(state: SearchState): string {
	const parameters = new URLSearchParams();
	if (state.words) parameters.set('q', state.words);
	for (const tag of state.tags) parameters.append('tag', tag);
	if (state.sort !== defaultSort(state.words)) parameters.set('sort', state.sort);
	if (state.min !== null) parameters.set('min', String(state.min));
	if (state.max !== null) parameters.set('max', String(state.max));
	if (state.after) parameters.set('after', state.after);
	const query = parameters.toString();
	return query ? `/search?${query}` : '/search';
}

/** The same search with something changed, from its first page unless a page is asked for. */
export function changed(state: SearchState, change: Partial<SearchState>): SearchState {
	return { ...state, after: null, ...change };
}

export function toggleTag(state: SearchState, tag: string): SearchState {
	const tags = state.tags.includes(tag) ? state.tags.filter((other) => other !== tag) : [...state.tags, tag];
	return changed(state, { tags });
}

export function isFiltered(state: SearchState): boolean {
	return state.words !== '' || state.tags.length > 0 || state.min !== null || state.max !== null;
}

/** The search as the API takes it: prices in minor units. */
export function searchVariables(state: SearchState): SearchQueryVariables {
	const sort = sortOrders.find(({ name }) => name === state.sort);
	return {
		search: state.words || null,
		sort: sort?.sort ?? 'RELEVANCE',
		after: state.after,
		filter: {
			tags: state.tags,
			minPrice: state.min === null ? null : state.min * 100,
			maxPrice: state.max === null ? null : state.max * 100,
		},
	};
}
