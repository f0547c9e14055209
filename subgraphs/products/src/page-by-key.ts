import { encodeCursor } from '@infinite-blob/subgraph/paging';
import { type ProductOrder, sortKeys } from './domain/product-order.ts';
import { pageBeyond } from './page-beyond.ts';
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
	request: PageRequest,
): Promise<Page> {
	const { size, backward, position } = request;
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
	return pageBeyond(
		{
			products: found.products,
			count: found.total,
			totalCount: total ?? found.total,
			query,
			cursorOf: (product) => encodeCursor(kind, sortKeys(product)[field]),
		},
		request,
	);
}
