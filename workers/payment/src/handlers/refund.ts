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
	const found = record.result ?? (await refundOnce());
	await records.finish(
		key,
		record,
		(known) => known ?? found,
		(final) => makeEvent(chargeRefunded, orderId, { orderId, chargeId, ...final }, event.id, clock()),
	);

	async function refundOnce(): Promise<Refund> {
		// Of an order that was free nothing was charged.
		if (amount.amount === 0) return { refundId: `free:${chargeId}`, refundedAt: intendedAt };
		return payBack(context, { orderId, chargeId, amount, intendedAt });
	}
}
