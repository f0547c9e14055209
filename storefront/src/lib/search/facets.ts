/** A theme, and how many artworks of the whole result have it. */
export interface Facet {
	tag: string;
	count: number;
}

/**
 * The themes to choose from, by name: none moves or goes when another is chosen, even where the result has no more of it.
 *
 * @param facets of the result
 * @param others themes that stay in sight, those of the result without its filters and the chosen ones
 */
export function offeredFacets(facets: readonly Facet[], others: readonly string[]): Facet[] {
	const counts = new Map([
		...others.map((tag) => [tag, 0] as const),
		...facets.map(({ tag, count }) => [tag, count] as const),
	]);
	return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => a.tag.localeCompare(b.tag, 'en'));
}
