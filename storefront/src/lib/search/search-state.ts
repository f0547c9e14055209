import { defaultSort, type SortName } from './sort-orders.ts';

/** What a visitor is looking for. All of it lives in the URL. */
export interface SearchState {
	words: string;
	/** Artworks have every one of them. */
	tags: string[];
	sort: SortName;
	/** In US dollars, the catalogue's currency. */
	min: number | null;
	max: number | null;
	/** The cursor that the page follows, or the one that it stands before; neither for the first page. */
	after: string | null;
	before: string | null;
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
	if (state.before) parameters.set('before', state.before);
	const query = parameters.toString();
	return query ? `/search?${query}` : '/search';
}

/** The same search with something changed, from its first page unless a page is asked for. */
export function changed(state: SearchState, change: Partial<SearchState>): SearchState {
	return { ...state, after: null, before: null, ...change };
}

export function toggleTag(state: SearchState, tag: string): SearchState {
	const tags = state.tags.includes(tag) ? state.tags.filter((other) => other !== tag) : [...state.tags, tag];
	return changed(state, { tags });
}

/** The same words in the same order, nothing filtered. */
export function withoutFilters(state: SearchState): SearchState {
	return changed(state, { tags: [], min: null, max: null });
}

/** How many filters narrow the result: the words are none, the two prices one. */
export function filterCount({ tags, min, max }: SearchState): number {
	return tags.length + (min === null && max === null ? 0 : 1);
}
