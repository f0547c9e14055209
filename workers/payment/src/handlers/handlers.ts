import { type Handler, on } from '@infinite-blob/events/consumer';
import { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import { refundRequested } from '@infinite-blob/events/orders/refund-requested';
import type { PaymentContext } from '../payment-context.ts';
import { charge } from './charge.ts';
import { refund } from './refund.ts';
import { requestCharge } from './request-charge.ts';

/** What the payment worker does on which event. */
export function handlers(context: PaymentContext): Handler[] {
	return [
		on(orderPlaced, (event) => requestCharge(context, event)),
		on(paymentRetried, (event) => requestCharge(context, event)),
		on(chargeGranted, (event) => charge(context, event)),
		on(refundRequested, (event) => refund(context, event)),
	];
}
