import { createHash } from 'node:crypto';
import { decodeCursor, pageSize } from '@infinite-blob/subgraph/paging';
import { badInput } from '@infinite-blob/subgraph/scalars';
import { z } from 'zod';
import { orders, type ProductOrder, type Sort } from '../domain/product-order.ts';
import { type Criteria, isSearch } from '../domain/product-query.ts';
import type { PageRequest, Position } from '../product-listing.ts';
import type { ProductFilter, QueryProductsArgs, QueryResolvers } from '../schema.generated.ts';
import { isGiven } from './given-argument.ts';

const maxTags = 20;

export const products: NonNullable<QueryResolvers['products']> = (_, args, { listing }, info) => {
	const { filter } = args;
	const criteria = { ...filter, search: args.search };
	checkFilter(filter ?? {});
	const sort = sortOf(args.sort, criteria);
	const order = orders[sort];
	const kind = cursorKind(sort, criteria);
	const page = pageOf(args, isGiven(info, 'first'), order, kind);
	return listing.page({ criteria, order, kind }, page);
};

function checkFilter({ tags, minPrice, maxPrice }: ProductFilter): void {
	if ((tags?.length ?? 0) > maxTags) throw badInput(`"filter.tags" takes at most ${maxTags} tags.`);
	for (const [name, price] of Object.entries({ minPrice, maxPrice }))
		if (price != null && price < 0)
			throw badInput(`"filter.${name}" must not be below 0; ${price} was asked.`);
	if (minPrice != null && maxPrice != null && minPrice > maxPrice)
		throw badInput(
			`"filter.minPrice" must not be above "filter.maxPrice"; ${minPrice} is above ${maxPrice}.`,
		);
}

function sortOf(asked: Sort | null | undefined, criteria: Criteria): Sort {
	const sort = asked ?? 'RELEVANCE';
	// Without a text everything is equally relevant.
	return sort === 'RELEVANCE' && !isSearch(criteria) ? 'NEWEST' : sort;
}

function pageOf(
	args: QueryProductsArgs,
	firstIsGiven: boolean,
	order: ProductOrder,
	kind: string,
): PageRequest {
	const { first, after, last, before } = args;
	const backward = last != null || before != null;
	if (backward && (after != null || (firstIsGiven && first != null)))
		throw badInput('Give "first" with "after" to page forward, or "last" with "before" to page backward.');
	const size =
		last == null ? pageSize(first ?? defaultSize, backward ? 'last' : 'first') : pageSize(last, 'last');
	const cursor = backward ? before : after;
	const position =
		cursor == null
			? undefined
			: decodeCursor(kind, cursor, (encoded) => positions[order.paging].safeParse(encoded).data);
	return { size, backward, position };
}

const defaultSize = 24;
/** What a cursor holds, by how its list is paged. */
const positions: Record<ProductOrder['paging'], z.ZodType<Position>> = {
	key: z
		.int()
		.min(0)
		.transform((key) => ({ key })),
	name: z
		.string()
		.regex(/^[ 0-9a-z~]{0,2000}\tprd_[0-9a-f]{20}$/)
		.transform((name) => ({ name })),
	snapshot: z
		.tuple([z.string().regex(/^[\w-]{16}$/), z.int().min(0).max(1_000)])
		.transform(([snapshot, place]) => ({ snapshot, place })),
};

/** A cursor belongs to one order of one list: for another it would point anywhere. */
function cursorKind(sort: Sort, { search, tags, minPrice, maxPrice }: Criteria): string {
	const list = JSON.stringify([search?.trim() ?? '', tags ?? [], minPrice ?? null, maxPrice ?? null]);
	return `products ${sort} ${createHash('sha256').update(list).digest('base64url').slice(0, 8)}`;
}
