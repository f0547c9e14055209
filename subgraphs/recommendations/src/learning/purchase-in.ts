import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { Purchase } from '../domain/tally.ts';

/** What an order bought. @param occurredAt when its event says that it was paid, epoch milliseconds */
export function purchaseIn(
	{ id, lines, paidAt }: Pick<OrderSnapshot, 'id' | 'lines' | 'paidAt'>,
	occurredAt: number,
): Purchase {
	return {
		order: id,
		paidAt: paidAt ?? occurredAt,
		lines: lines.map(({ productId, quantity }) => ({ product: productId, quantity })),
	};
}
