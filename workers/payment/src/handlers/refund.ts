import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import type { refundRequested } from '@infinite-blob/events/orders/refund-requested';
import type { Refund } from '@infinite-blob/payment-provider/payment-provider';
import type { PaymentContext } from '../payment-context.ts';
import { refundKey } from '../payment-records.ts';
import { payBack } from './pay-back.ts';

/**
 * Pays a charge back once and reports it, again when delivered again.
 *
 * @throws Hopeless when the provider refuses for good; anything else is to be tried again
 */
export async function refund(context: PaymentContext, event: EventOf<typeof refundRequested>): Promise<void> {
	const { records, clock } = context;
	const { order, chargeId } = event.data;
	const { id: orderId, total: amount } = order;
	const key = refundKey(chargeId);
	const record = await records.begin<Refund>(key, clock());
	const { intendedAt } = record;
	let { result } = record;
	// Of an order that was free nothing was charged.
	if (!result && amount.amount === 0) result = { refundId: `free:${chargeId}`, refundedAt: intendedAt };
	result ??= await payBack(context, { orderId, chargeId, amount, intendedAt });
	await records.finish(key, record, result, (final) =>
		makeEvent(chargeRefunded, orderId, { orderId, chargeId, ...final }, event.id, clock()),
	);
}
