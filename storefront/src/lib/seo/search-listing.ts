import { changed, filterCount, type SearchState, searchHref } from '#lib/search/search-state.ts';

/**
 * How search engines are to treat a page of the search: all artworks and those of one theme are pages of their own,
 * however they are sorted; every other combination is a way to them, of which there is no end.
 *
 * @returns the address it is known by, or null to be left out
 */
export function searchListing(search: SearchState, found: number): string | null {
	const { words, tags, after, before } = search;
	if (found === 0 || words || after !== null || before !== null) return null;
	if (filterCount(search) > 1 || filterCount(search) > tags.length) return null;
	return searchHref(changed(search, { sort: 'newest' }));
}

/** What a page of the search holds, in a sentence. */
export function pageDescription({ words, tags }: SearchState): string {
	if (words) return `Digital artworks found for “${words}” at Infinite Blob.`;
	const theme = tags.length > 0 ? ` of the theme ${tags.map((tag) => `“${tag}”`).join(' and ')}` : '';
	return `Browse the digital artworks${theme} at Infinite Blob: full-size originals to download at once.`;
}
