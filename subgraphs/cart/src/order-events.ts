import { type Handler, on } from '@infinite-blob/events/consumer';
import { orderCancelled } from '@infinite-blob/events/orders/order-cancelled';
import { orderDeclined } from '@infinite-blob/events/orders/order-declined';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import type { OrderEffects } from './order-effects.ts';

/** Which event of an order has which effect on carts and coupons. */
export function orderHandlers(effects: OrderEffects): Handler[] {
	return [
		on(orderPlaced, ({ data }) => effects.placed(data.order)),
		on(paymentRetried, ({ data }) => effects.placed(data.order)),
		on(orderPaid, ({ data }) => effects.paid(data.order)),
		on(orderDeclined, ({ data }) => effects.released(data.order)),
		on(orderCancelled, ({ data }) => effects.released(data.order)),
	];
}
