import { type Envelope, makeEvent } from '@infinite-blob/events/envelope';
import { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import { orderCancelled } from '@infinite-blob/events/orders/order-cancelled';
import { orderCompleted } from '@infinite-blob/events/orders/order-completed';
import { orderCredited } from '@infinite-blob/events/orders/order-credited';
import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import { orderRefunded } from '@infinite-blob/events/orders/order-refunded';
import { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import { refundRequested } from '@infinite-blob/events/orders/refund-requested';
import type { News } from './domain/news.ts';
import type { Order } from './domain/order.ts';
import { snapshot } from './domain/snapshot.ts';

const plain = {
	'order.placed': orderPlaced,
	'order.payment_retried': paymentRetried,
	'payment.charge_granted': chargeGranted,
	'order.paid': orderPaid,
	'order.completed': orderCompleted,
	'order.cancelled': orderCancelled,
	'order.refunded': orderRefunded,
} as const;

/**
 * The event that tells of an order.
 *
 * @param causation the id of the event or request that made it happen
 */
export function announce(news: News, order: Order, causation: string, now: number): Envelope {
	const itself = { order: snapshot(order) };
	switch (news.type) {
		case 'order.declined': {
			const { declineCode, reason } = news;
			return makeEvent(orderDeclined, order.id, { ...itself, declineCode, reason }, causation, now);
		}
		case 'order.invoiced':
			return makeEvent(orderInvoiced, order.id, { ...itself, invoice: news.invoice }, causation, now);
		case 'order.refund_requested':
			return makeEvent(refundRequested, order.id, { ...itself, chargeId: news.chargeId }, causation, now);
		case 'order.credited': {
			const { invoice, creditNote } = news;
			return makeEvent(orderCredited, order.id, { ...itself, invoice, creditNote }, causation, now);
		}
		default:
			return makeEvent(plain[news.type], order.id, itself, causation, now);
	}
}
