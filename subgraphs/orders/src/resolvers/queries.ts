import { decodeCursor, encodeCursor, pageSize } from '@infinite-blob/subgraph/paging';
import { badInput } from '@infinite-blob/subgraph/scalars';
import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import type { QueryResolvers } from '../schema.generated.ts';
import { findVisible } from '../visible-order.ts';

const cursorKind = 'orders';

const order: QueryResolvers['order'] = async (_, { id }, context) => (await findVisible(context, id)) ?? null;

const orders: QueryResolvers['orders'] = async (_, { first, after }, context) => {
	const sessionId = requireSession(context.viewer);
	const size = pageSize(first ?? 20);
	const [found, totalCount] = await Promise.all([
		context.orders.listFor(sessionId, size + 1, after ? sequenceOf(after) : undefined),
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
			hasPreviousPage: after != null,
			startCursor: edges.at(0)?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
	};
};

function sequenceOf(cursor: string): number {
	const sequence = decodeCursor(cursorKind, cursor);
	if (typeof sequence === 'number' && Number.isSafeInteger(sequence)) return sequence;
	throw badInput('This cursor does not belong to this list. Use one from a pageInfo of the same query.');
}

export const queryResolvers: QueryResolvers = { order, orders };
