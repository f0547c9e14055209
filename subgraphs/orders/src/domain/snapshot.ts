import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import type { Order } from './order.ts';

/** The order as its events carry it: without who may see it and how it came about. */
export function snapshot(order: Order): OrderSnapshot {
	const { id, number, version, customer, cartId, cartVersion, lines, subtotal, discount, total, coupon } =
		order;
	return {
		id,
		number,
		version,
		customer,
		cartId,
		cartVersion,
		lines,
		subtotal,
		discount,
		total,
		coupon,
		attempt: order.attempts.length,
		paymentMethod: order.payment.method,
		last4: order.payment.last4,
		placedAt: order.placedAt,
		paidAt: order.payment.chargedAt,
		refundedAt: order.payment.refundedAt,
	};
}
