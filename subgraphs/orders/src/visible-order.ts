import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import type { Context } from './context.ts';
import type { Order } from './domain/order.ts';
import { notFound } from './order-service.ts';

/** Whether the viewer may see the order: the admin may see any. @throws UNAUTHENTICATED without a session */
export function mayView({ viewer }: Context, order: Order): boolean {
	return viewer.kind === 'admin' || order.viewers.includes(requireSession(viewer));
}

/**
 * The order, when the viewer may see it. Another session's order is never told apart from one that does not exist.
 *
 * @throws UNAUTHENTICATED without a session
 */
export async function findVisible(context: Context, id: string): Promise<Order | undefined> {
	if (context.viewer.kind !== 'admin') requireSession(context.viewer);
	const order = await context.orders.find(id);
	return order && mayView(context, order) ? order : undefined;
}

/** @throws ORDER_NOT_FOUND, or UNAUTHENTICATED without a session */
export async function requireVisible(context: Context, id: string): Promise<Order> {
	return (await findVisible(context, id)) ?? notFound();
}
