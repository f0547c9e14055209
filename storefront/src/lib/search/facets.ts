/** A theme, and how many artworks of the whole result have it. */
export interface Facet {
	tag: string;
	count: number;
}

/**
 * The themes to choose from, by name, so that none moves when another is chosen. A chosen one stays in sight even where
 * the result has no more of it.
 */
export function offeredFacets(facets: readonly Facet[], chosen: readonly string[]): Facet[] {
	const missing = chosen.filter((tag) => !facets.some((facet) => facet.tag === tag));
	return [...facets, ...missing.map((tag) => ({ tag, count: 0 }))].sort((a, b) =>
		a.tag.localeCompare(b.tag, 'en'),
	);
}
