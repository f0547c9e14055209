import { type Envelope, type EventOf, makeEvent } from '@infinite-blob/events/envelope';
import { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import type { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import type { ChargeResult } from '@infinite-blob/payment-provider/payment-provider';
import type { PaymentContext } from '../payment-context.ts';
import { attemptKey } from '../payment-records.ts';

/** The claim is granted: charges the attempt once and reports what it came to, again when delivered again. */
export async function charge(
	{ records, provider, clock }: PaymentContext,
	event: EventOf<typeof chargeGranted>,
): Promise<void> {
	const { id, number, attempt, total, paymentMethod } = event.data.order;
	const key = attemptKey(id, attempt);
	const record = await records.begin<ChargeResult>(key, clock());
	const result =
		record.result ??
		(await provider.charge({
			idempotencyKey: `${id}:${attempt}`,
			intendedAt: record.intendedAt,
			orderId: id,
			attempt,
			amount: total,
			paymentMethod,
			description: `Infinite Blob order ${number}`,
		}));
	await records.finish(key, { ...record, result }, report(event, result, clock()));
}

function report(event: EventOf<typeof chargeGranted>, result: ChargeResult, now: number): Envelope {
	const { id: orderId, attempt } = event.data.order;
	if (result.kind === 'succeeded') {
		const { chargeId, last4, chargedAt } = result;
		return makeEvent(
			chargeSucceeded,
			orderId,
			{ orderId, attempt, chargeId, last4, chargedAt },
			event.id,
			now,
		);
	}
	const { declineCode, reason, last4 } = result;
	return makeEvent(chargeDeclined, orderId, { orderId, attempt, declineCode, reason, last4 }, event.id, now);
}
