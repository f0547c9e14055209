import type { Product } from './domain/product.ts';
import type { Page, PageRequest } from './product-listing.ts';

/** What was found on one side of a cursor, in the direction of reading. */
interface Beyond {
	/** One more than the page is to have, if there are so many. */
	products: Product[];
	/** How many there are on this side. */
	count: number;
	/** How many there are in the whole list. */
	totalCount: number;
	/** What the whole list was found with. */
	query: string;
	cursorOf: (product: Product) => string;
}

/** A page of what lies beyond a cursor, or of the beginning or the end of a list. */
export function pageBeyond(
	{ products, count, totalCount, query, cursorOf }: Beyond,
	{ size, backward }: PageRequest,
): Page {
	const taken = products.slice(0, size);
	if (backward) taken.reverse();
	const more = products.length > size;
	// What is not beyond the cursor lies behind it: the entry of the cursor itself at least.
	const behind = totalCount > count;
	return {
		edges: taken.map((node) => ({ node, cursor: () => cursorOf(node) })),
		hasNextPage: backward ? behind : more,
		hasPreviousPage: backward ? more : behind,
		totalCount,
		query,
	};
}
