import { isSameMoney } from '@infinite-blob/money/money';
import type Stripe from 'stripe';
import {
	type ChargeRequest,
	type ChargeResult,
	PaymentInDoubt,
	type PaymentProvider,
	PaymentRefused,
	type Refund,
	type RefundRequest,
} from './payment-provider.ts';
import { declineIn, hasCode, leavesOpen, translated } from './stripe-errors.ts';
import { findIntent, findStripeRefund, metadataOf, refundOf } from './stripe-lookup.ts';
import { amountOf, chargeOf, settle, withCharge } from './stripe-outcome.ts';

/** Stripe keeps keys for 24 hours; after this long we do not rely on them. */
const trustKeysForMs = 20 * 3_600_000;

/**
 * Charges cards through Stripe: a PaymentIntent for each attempt, made and confirmed in one request under our
 * idempotency key. Where the key does not tell what was done, because Stripe has forgotten it or keeps a failure of
 * its own under it, it is looked for by order and attempt, or by charge.
 *
 * @param clock epoch milliseconds
 */
export function stripeProvider(stripe: Stripe, clock: () => number = Date.now): PaymentProvider {
	const isOld = ({ intendedAt }: { intendedAt: number }) => clock() - intendedAt > trustKeysForMs;

	async function charge(request: ChargeRequest): Promise<ChargeResult> {
		const done = isOld(request) ? await findIntent(stripe, request, clock()) : undefined;
		if (done) return settle(stripe, done);
		try {
			const { idempotencyKey } = request;
			return await settle(stripe, await stripe.paymentIntents.create(intentOf(request), { idempotencyKey }));
		} catch (error) {
			const result = declineIn(error) ?? (leavesOpen(error) ? await earlierCharge(request) : undefined);
			if (result) return result;
			// That is no mistake in the request alone: the first one with this key may have been heard.
			throw error;
		}
	}

	async function earlierCharge(request: ChargeRequest): Promise<ChargeResult | undefined> {
		const done = await findIntent(stripe, request, clock());
		if (!done) return undefined;
		if (isSameMoney(amountOf(done), request.amount)) return settle(stripe, done);
		throw new PaymentRefused(`the idempotency key ${request.idempotencyKey} was used with another amount`);
	}

	async function refund(request: RefundRequest): Promise<Refund> {
		const { idempotencyKey, chargeId, amount, orderId } = request;
		const done = isOld(request) ? await findStripeRefund(stripe, chargeId, amount.amount) : undefined;
		if (done) return done;
		try {
			const params = { charge: chargeId, amount: amount.amount, metadata: { order_id: orderId } };
			return await paidOut(await stripe.refunds.create(params, { idempotencyKey }));
		} catch (error) {
			const all = hasCode(error, 'charge_already_refunded');
			const earlier =
				all || leavesOpen(error)
					? await findStripeRefund(stripe, chargeId, all ? undefined : amount.amount)
					: undefined;
			if (earlier) return earlier;
			throw error;
		}
	}

	/** @param made may be as old as the first answer to its key */
	async function paidOut(made: Stripe.Refund): Promise<Refund> {
		const refund = made.status === 'succeeded' ? made : await stripe.refunds.retrieve(made.id);
		if (refund.status === 'succeeded') return refundOf(refund);
		if (refund.status === 'failed' || refund.status === 'canceled')
			throw new PaymentRefused(
				`Stripe could not pay ${refund.id} out: ${refund.failure_reason ?? refund.status}. Pay it back by hand.`,
			);
		throw new PaymentInDoubt(`Stripe has not paid ${refund.id} out yet`);
	}

	return {
		charge: (request) => translating(charge(request)),
		refund: (request) => translating(refund(request)),
		findCharge: (request) =>
			translating(
				findIntent(stripe, request, clock()).then((intent) =>
					intent?.status === 'succeeded' ? { ...chargeOf(intent), amount: amountOf(intent) } : undefined,
				),
			),
		findRefund: ({ chargeId, amount }) => translating(findStripeRefund(stripe, chargeId, amount.amount)),
	};
}

function intentOf(request: ChargeRequest): Stripe.PaymentIntentCreateParams {
	const { amount, paymentMethod, description } = request;
	return {
		amount: amount.amount,
		currency: amount.currency.toLowerCase(),
		payment_method: paymentMethod,
		allowed_payment_method_types: ['card'],
		confirm: true,
		// Only who has the secret key can ever make it succeed. The shopper has just asked for this payment, so that it
		// is no off-session one; that they cannot be asked to confirm it shows in the intent's status.
		confirmation_method: 'manual',
		description,
		metadata: metadataOf(request),
		...withCharge,
	};
}

async function translating<T>(call: Promise<T>): Promise<T> {
	try {
		return await call;
	} catch (error) {
		throw translated(error);
	}
}
