import { encodeCursor } from '@infinite-blob/subgraph/paging';
import type { Product } from './domain/product.ts';
import { type ProductOrder, sortKeys } from './domain/product-order.ts';
import { namePlace } from './name-place.ts';
import type { ProductIndex } from './product-index.ts';

/** Where to read from: the key for lists paged by key; the place, and the name's key where there is one, for others. */
export type Position = { key: number } | { place: number; name?: string | undefined };

export interface PageRequest {
	size: number;
	/** The page before the position, or the list's last one. */
	backward: boolean;
	position?: Position | undefined;
}

export interface ProductPage {
	edges: { node: Product; cursor: string }[];
	hasNextPage: boolean;
	hasPreviousPage: boolean;
	totalCount: number;
	/** Undefined when nothing can match. */
	query: string | undefined;
}

export const nothing: ProductPage = {
	edges: [],
	hasNextPage: false,
	hasPreviousPage: false,
	totalCount: 0,
	query: undefined,
};

/**
 * Reads a page of a list of products.
 *
 * @param kind what the page's cursors belong to
 */
export function listProducts(
	index: ProductIndex,
	query: string,
	order: ProductOrder,
	kind: string,
	page: PageRequest,
): Promise<ProductPage> {
	return order.paging === 'key'
		? pageByKey(index, query, order, kind, page)
		: pageByPlace(index, query, order, kind, page);
}

async function pageByKey(
	index: ProductIndex,
	query: string,
	order: ProductOrder & { paging: 'key' },
	kind: string,
	{ size, backward, position }: PageRequest,
): Promise<ProductPage> {
	const { field } = order;
	const descending = order.descending !== backward;
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
		edges: products.map((node) => ({ node, cursor: encodeCursor(kind, sortKeys(node)[field]) })),
		hasNextPage: backward ? behind : more,
		hasPreviousPage: backward ? more : behind,
		totalCount,
		query,
	};
}

async function pageByPlace(
	index: ProductIndex,
	query: string,
	order: ProductOrder,
	kind: string,
	{ size, backward, position }: PageRequest,
): Promise<ProductPage> {
	const place = position && 'place' in position ? position : undefined;
	let start = 0;
	let count = size;
	if (backward) {
		const end = place ? await placeBefore(index, query, place) : await index.count(query);
		start = Math.max(0, end - size);
		count = end - start;
	} else if (place) {
		start = await placeAfter(index, query, place);
	}
	const { field, descending } = order;
	const sortBy = field ? { field, descending } : undefined;
	const { total, products } = await index.find(query, { offset: start, count, sortBy });
	const byName = order.paging === 'name';
	return {
		edges: products.map((node, i) => ({
			node,
			cursor: encodeCursor(kind, byName ? [start + i, sortKeys(node).nameKey] : [start + i]),
		})),
		hasNextPage: start + products.length < total,
		hasPreviousPage: start > 0 && total > 0,
		totalCount: total,
		query,
	};
}

type Place = { place: number; name?: string | undefined };

async function placeBefore(index: ProductIndex, query: string, { place, name }: Place): Promise<number> {
	return name === undefined ? place : namePlace(index, query, name, place, 'before');
}

async function placeAfter(index: ProductIndex, query: string, { place, name }: Place): Promise<number> {
	return name === undefined ? place + 1 : namePlace(index, query, name, place, 'after');
}
