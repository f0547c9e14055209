import { encodeCursor } from '@infinite-blob/subgraph/paging';
import { type ProductOrder, sortKeys } from './domain/product-order.ts';
import type { ProductIndex } from './product-index.ts';
import type { Page, PageRequest } from './product-listing.ts';

/**
 * Reads a page of a list that is sorted by a number which no two products share: what lies beyond the cursor's.
 *
 * @param kind what the page's cursors belong to
 */
export async function pageByKey(
	index: ProductIndex,
	query: string,
	{ field, descending: byDefault }: ProductOrder & { paging: 'key' },
	kind: string,
	{ size, backward, position }: PageRequest,
): Promise<Page> {
	const descending = byDefault !== backward;
	const key = position && 'key' in position ? position.key : undefined;
	const beyond = descending ? `[-inf (${key}]` : `[(${key} +inf]`;
	const [found, total] = await Promise.all([
		index.find(key === undefined ? query : `${query} @${field}:${beyond}`, {
			offset: 0,
			count: size + 1,
			sortBy: { field, descending },
		}),
		key === undefined ? undefined : index.count(query),
	]);
	const products = found.products.slice(0, size);
	if (backward) products.reverse();
	const totalCount = total ?? found.total;
	const more = found.products.length > size;
	// What is not beyond the cursor lies behind it: the entry of the cursor itself at least.
	const behind = totalCount > found.total;
	return {
		edges: products.map((node) => ({ node, cursor: () => encodeCursor(kind, sortKeys(node)[field]) })),
		hasNextPage: backward ? behind : more,
		hasPreviousPage: backward ? more : behind,
		totalCount,
		query,
	};
}
