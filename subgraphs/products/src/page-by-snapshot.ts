import { encodeCursor } from '@infinite-blob/subgraph/paging';
import { GraphQLError } from 'graphql';
import type { ProductOrder } from './domain/product-order.ts';
import type { Page, PageRequest } from './product-listing.ts';
import type { ProductRepository } from './product-repository.ts';
import type { Rankings } from './rankings.ts';
import type { Snapshots } from './snapshots.ts';

/** What the pages of a list that moves are read from. */
export interface SnapshotPages {
	products: ProductRepository;
	rankings: Rankings;
	snapshots: Snapshots;
}

/**
 * Reads a page of a list whose order moves with every purchase: of what it was when its first page was asked for. The
 * snapshot is kept when somebody asks for a cursor.
 *
 * @param kind what the page's cursors belong to
 * @param correctedSearch kept with the snapshot
 * @throws CURSOR_EXPIRED when the cursor's snapshot is not kept any more
 */
export async function pageBySnapshot(
	{ products, rankings, snapshots }: SnapshotPages,
	query: string,
	{ ranking }: ProductOrder & { paging: 'snapshot' },
	kind: string,
	{ size, backward, position }: PageRequest,
	correctedSearch?: string,
): Promise<Page> {
	const place = position && 'snapshot' in position ? position : undefined;
	const { snapshot, keep } = place
		? { snapshot: (await snapshots.find(place.snapshot)) ?? expired(), keep: async () => place.snapshot }
		: await rankings.of(query, ranking, correctedSearch);
	const { ids, total } = snapshot;
	const from = backward ? Math.max(0, (place?.place ?? ids.length) - size) : place ? place.place + 1 : 0;
	const to = backward ? (place?.place ?? ids.length) : from + size;
	const found = await products.byIds(ids.slice(from, to));
	const edges = found.flatMap((node, i) => {
		// Archived since: gone from lists.
		if (!node?.available) return [];
		const cursor = async () => encodeCursor(kind, [await keep(), from + i]);
		return [{ node, cursor }];
	});
	return {
		edges,
		hasNextPage: to < ids.length,
		hasPreviousPage: from > 0,
		totalCount: total,
		query,
		correctedSearch: snapshot.correctedSearch,
	};
}

function expired(): never {
	throw new GraphQLError('This list was kept for ten minutes: begin again with its first page.', {
		extensions: { code: 'CURSOR_EXPIRED' },
	});
}
