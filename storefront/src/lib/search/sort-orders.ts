import type { ProductSort } from '#lib/graphql/operations.generated.ts';

/** The sort orders by their names in the URL. */
const sortOrders = [
	{ name: 'relevance', sort: 'RELEVANCE', label: 'Best match' },
	{ name: 'newest', sort: 'NEWEST', label: 'Newest' },
	{ name: 'popular', sort: 'MOST_DOWNLOADED', label: 'Bestselling' },
	{ name: 'price-asc', sort: 'PRICE_ASC', label: 'Price, low to high' },
	{ name: 'price-desc', sort: 'PRICE_DESC', label: 'Price, high to low' },
	{ name: 'name', sort: 'NAME', label: 'Name' },
] as const satisfies { name: string; sort: ProductSort; label: string }[];

export type SortName = (typeof sortOrders)[number]['name'];

/** The sort orders on offer, the default first: without words nothing matches better than the rest. */
export function offeredSorts(words: string) {
	return words ? sortOrders : sortOrders.filter(({ name }) => name !== 'relevance');
}

export function defaultSort(words: string): SortName {
	return words ? 'relevance' : 'newest';
}

/** The order whose name stands in a URL, if there is such an order. */
export function sortNamed(name: string) {
	return sortOrders.find((order) => order.name === name);
}
