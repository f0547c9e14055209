import { decodeCursor, encodeCursor, pageSize } from '@infinite-blob/subgraph/paging';
import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import type { QueryResolvers } from '../schema.generated.ts';
import { findVisible } from '../visible-order.ts';

const cursorKind = 'orders';

const order: QueryResolvers['order'] = async (_, { id }, context) => (await findVisible(context, id)) ?? null;

const orders: QueryResolvers['orders'] = async (_, { first, after }, context) => {
	const sessionId = requireSession(context.viewer);
	const size = pageSize(first ?? 20);
	const before = after == null ? undefined : decodeCursor(cursorKind, after, sequence);
	const [found, totalCount] = await Promise.all([
		context.orders.listFor(sessionId, size + 1, before),
		context.orders.countFor(sessionId),
	]);
	const nodes = found.slice(0, size);
	const edges = nodes.map((node) => ({ node, cursor: encodeCursor(cursorKind, node.sequence) }));
	return {
		edges,
		nodes,
		totalCount,
		pageInfo: {
			hasNextPage: found.length > size,
			hasPreviousPage: before !== undefined,
			startCursor: edges.at(0)?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
	};
};

function sequence(encoded: unknown): number | undefined {
	return typeof encoded === 'number' && Number.isSafeInteger(encoded) ? encoded : undefined;
}

export const queryResolvers: QueryResolvers = { order, orders };
