import { pageSize } from '@infinite-blob/subgraph/paging';

const maxSize = 50;

/** How long a list is to be. @throws BAD_USER_INPUT below 1 or above 50 */
export function listSize(first: number | null | undefined, byDefault: number): number {
	return pageSize(first ?? byDefault, 'first', maxSize);
}
