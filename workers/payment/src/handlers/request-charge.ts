import { append } from '@infinite-blob/events/append';
import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { chargeRequested } from '@infinite-blob/events/orders/charge-requested';
import type { orderPlaced } from '@infinite-blob/events/orders/order-placed';
import type { paymentRetried } from '@infinite-blob/events/orders/payment-retried';
import type { PaymentContext } from '../payment-context.ts';

/** An order waits for its payment: asks for the claim to charge it. */
export async function requestCharge(
	{ redis, clock }: PaymentContext,
	event: EventOf<typeof orderPlaced> | EventOf<typeof paymentRetried>,
): Promise<void> {
	const { id, attempt } = event.data.order;
	const request = makeEvent(chargeRequested, id, { orderId: id, attempt }, event.id, clock());
	await append(redis, 'orders.events', request);
}
