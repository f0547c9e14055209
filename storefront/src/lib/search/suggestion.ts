import type { SuggestionsQuery } from '#lib/graphql/operations.generated.ts';
import { searchHref } from './search-state.ts';
import { defaultSort } from './sort-orders.ts';

/** What a search that is being typed may become, as the browser needs it. */
export interface Suggestion {
	text: string;
	href: string;
	/** The address of a small picture, of an artwork; null for a theme. */
	picture: string | null;
}

type Suggested = NonNullable<SuggestionsQuery['suggestions']>[number];

/** An artwork leads to its page, a theme to its artworks, anything else to a search. */
export function toSuggestion({ text, tag, product }: Suggested): Suggestion {
	if (product) return { text, href: `/products/${product.handle}`, picture: product.thumbnail.url };
	const search = { tags: tag ? [tag] : [], words: tag ? '' : text };
	const rest = { sort: defaultSort(search.words), min: null, max: null, after: null, before: null };
	return { text, href: searchHref({ ...search, ...rest }), picture: null };
}
