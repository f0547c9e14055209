import { type Envelope, makeEvent } from '@infinite-blob/events/envelope';
import { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import type { ChargeResult } from '@infinite-blob/payment-provider/payment-provider';

/** The event that tells what the charge of an attempt came to. @param causation what brought the answer */
export function chargeReport(
	{ orderId, attempt }: { orderId: string; attempt: number },
	result: ChargeResult,
	causation: string,
	now: number,
): Envelope {
	const { kind, ...told } = result;
	return 'chargeId' in told
		? makeEvent(chargeSucceeded, orderId, { orderId, attempt, ...told }, causation, now)
		: makeEvent(chargeDeclined, orderId, { orderId, attempt, ...told }, causation, now);
}
