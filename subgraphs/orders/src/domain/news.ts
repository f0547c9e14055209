import type { OrderDocument } from './order.ts';

/** What is to be told about an order: the type of the event, and what it carries beside the order itself. */
export type News =
	| {
			type:
				| 'order.placed'
				| 'order.payment_retried'
				| 'payment.charge_granted'
				| 'order.paid'
				| 'order.completed'
				| 'order.cancelled'
				| 'order.refunded';
	  }
	| { type: 'order.declined'; declineCode: string; reason: string }
	| { type: 'order.invoiced'; invoice: OrderDocument }
	| { type: 'order.refund_requested'; chargeId: string }
	| { type: 'order.credited'; invoice: OrderDocument; creditNote: OrderDocument };
