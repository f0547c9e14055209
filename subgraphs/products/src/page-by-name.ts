import { encodeCursor } from '@infinite-blob/subgraph/paging';
import { nameNumber } from './domain/name-number.ts';
import { sortKeys } from './domain/product-order.ts';
import { pageBeyond } from './page-beyond.ts';
import type { ProductIndex } from './product-index.ts';
import type { Page, PageRequest } from './product-listing.ts';

/**
 * Reads a page of a list that is sorted by name. Search engines compare ranges of numbers alone, so the list is cut by
 * the number of the name's first letters, and the cursor's place is looked up among the names that begin alike.
 *
 * @param kind what the page's cursors belong to
 */
export async function pageByName(
	index: ProductIndex,
	query: string,
	kind: string,
	request: PageRequest,
): Promise<Page> {
	const { size, backward, position } = request;
	const name = position && 'name' in position ? position.name : undefined;
	const sortBy = { field: 'nameKey', descending: backward };
	const [part, skipped, total] =
		name === undefined
			? [query, 0, undefined]
			: await Promise.all([
					`${query} @nameNumber:${backward ? `[-inf ${nameNumber(name)}]` : `[${nameNumber(name)} +inf]`}`,
					countUpTo(index, query, name, backward),
					index.count(query),
				]);
	const found = await index.find(part, { offset: skipped, count: size + 1, sortBy });
	return pageBeyond(
		{
			products: found.products,
			count: found.total - skipped,
			totalCount: total ?? found.total,
			query,
			cursorOf: (product) => encodeCursor(kind, sortKeys(product).nameKey),
		},
		request,
	);
}

/** How many of those whose names begin like the cursor's come up to it, itself included, in the direction of reading. */
async function countUpTo(
	index: ProductIndex,
	query: string,
	name: string,
	descending: boolean,
): Promise<number> {
	const number = nameNumber(name);
	const alike = `${query} @nameNumber:[${number} ${number}]`;
	const sortBy = { field: 'nameKey', descending };
	const isUpTo = (key: string) => (descending ? key >= name : key <= name);
	let low = 0;
	let high = await index.count(alike);
	while (low < high) {
		const middle = (low + high) >> 1;
		const { values } = await index.findField(alike, { offset: middle, count: 1, sortBy }, 'nameKey');
		if (values[0] !== undefined && isUpTo(values[0])) low = middle + 1;
		else high = middle;
	}
	return low;
}
