import { type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import type { refundRequested } from '@infinite-blob/events/orders/refund-requested';
import type { Refund } from '@infinite-blob/payment-provider/payment-provider';
import type { PaymentContext } from '../payment-context.ts';
import { refundKey } from '../payment-records.ts';

/** Pays a charge back once and reports it, again when delivered again. */
export async function refund(
	{ records, provider, clock }: PaymentContext,
	event: EventOf<typeof refundRequested>,
): Promise<void> {
	const { order, chargeId } = event.data;
	const key = refundKey(chargeId);
	const record = await records.begin<Refund>(key, clock());
	const result =
		record.result ??
		(await provider.refund({
			idempotencyKey: `refund:${chargeId}`,
			intendedAt: record.intendedAt,
			orderId: order.id,
			chargeId,
			amount: order.total,
		}));
	const report = { orderId: order.id, chargeId, ...result };
	await records.finish(
		key,
		{ ...record, result },
		makeEvent(chargeRefunded, order.id, report, event.id, clock()),
	);
}
