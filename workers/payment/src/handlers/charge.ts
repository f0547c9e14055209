import type { EventOf } from '@infinite-blob/events/envelope';
import type { chargeGranted } from '@infinite-blob/events/orders/charge-granted';
import type { OrderSnapshot } from '@infinite-blob/events/orders/order-snapshot';
import { isSameMoney } from '@infinite-blob/money/money';
import {
	type ChargeRequest,
	type ChargeResult,
	PaymentRefused,
} from '@infinite-blob/payment-provider/payment-provider';
import { chargeReport } from '../charge-report.ts';
import type { PaymentContext } from '../payment-context.ts';
import { attemptKey } from '../payment-records.ts';
import { payBack } from './pay-back.ts';

/**
 * The claim is granted: charges the attempt once and reports what it came to, again when delivered again.
 *
 * @throws what leaves the provider in doubt or says that it cannot now: to be tried again
 */
export async function charge(context: PaymentContext, event: EventOf<typeof chargeGranted>): Promise<void> {
	const { records, clock } = context;
	const { order } = event.data;
	const key = attemptKey(order.id, order.attempt);
	const record = await records.begin<ChargeResult>(key, clock());
	const result = record.result ?? (await take(context, order, record.intendedAt));
	await records.finish(
		key,
		record,
		(known) => firm(known, result),
		(final) => chargeReport({ orderId: order.id, attempt: order.attempt }, final, event.id, clock()),
	);
}

/** The result that was recorded first stays, but money that was taken is never left out. */
function firm(known: ChargeResult | undefined, result: ChargeResult): ChargeResult {
	if (!known) return result;
	return known.kind === 'declined' && result.kind === 'succeeded' ? result : known;
}

async function take(
	context: PaymentContext,
	{ id, number, attempt, total, paymentMethod }: OrderSnapshot,
	intendedAt: number,
): Promise<ChargeResult> {
	// Providers charge nothing that is nothing. A coupon may take off all there is.
	if (total.amount === 0)
		return { kind: 'succeeded', chargeId: `free:${id}:${attempt}`, last4: null, chargedAt: intendedAt };
	const request: ChargeRequest = {
		idempotencyKey: `${id}:${attempt}`,
		intendedAt,
		orderId: id,
		attempt,
		amount: total,
		paymentMethod,
		description: `Infinite Blob order ${number}`,
	};
	try {
		return await context.provider.charge(request);
	} catch (error) {
		if (!(error instanceof PaymentRefused)) throw error;
		return refused(context, request, error);
	}
}

/**
 * The order must not wait for ever: it is declined, unless its money was taken before with other parameters. What was
 * taken of another amount is paid back.
 */
async function refused(
	context: PaymentContext,
	request: ChargeRequest,
	error: PaymentRefused,
): Promise<ChargeResult> {
	const { idempotencyKey, orderId, intendedAt } = request;
	const made = await context.provider.findCharge(request);
	context.logger.error({ err: error, charge: idempotencyKey, made }, 'a charge was refused for good');
	if (made) {
		const { amount, ...charge } = made;
		if (isSameMoney(amount, request.amount)) return { kind: 'succeeded', ...charge };
		await payBack(context, { orderId, chargeId: charge.chargeId, amount, intendedAt });
	}
	return { kind: 'declined', declineCode: 'payment_refused', reason: refusal, last4: null };
}

const refusal = 'The payment could not be taken, and nothing was charged. Try again, or choose another card.';
