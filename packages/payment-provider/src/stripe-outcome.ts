import type { CurrencyCode } from '@infinite-blob/money/currency';
import { type Money, money } from '@infinite-blob/money/money';
import type Stripe from 'stripe';
import { type Charge, type ChargeResult, PaymentInDoubt } from './payment-provider.ts';
import { declined } from './stripe-declines.ts';
import { hasCode } from './stripe-errors.ts';

/** What is asked of Stripe with every intent, for the card's last four digits. */
export const withCharge = { expand: ['latest_charge'] };

/** What an intent came to for good; undefined while that is open. */
export function finalResult(intent: Stripe.PaymentIntent): ChargeResult | undefined {
	const { status, last_payment_error: failure } = intent;
	if (status === 'succeeded') return { kind: 'succeeded', ...chargeOf(intent) };
	if (failure && (status === 'requires_payment_method' || status === 'canceled')) return declined(failure);
	return status === 'canceled' ? declined({ code: 'authentication_required' }) : undefined;
}

/** The charge of an intent that succeeded. */
export function chargeOf({ id, latest_charge: charge }: Stripe.PaymentIntent): Charge {
	if (!charge || typeof charge === 'string') throw new PaymentInDoubt(`Stripe sent ${id} without its charge`);
	return {
		chargeId: charge.id,
		last4: charge.payment_method_details?.card?.last4 ?? null,
		chargedAt: charge.created * 1000,
	};
}

/** The amount that an intent is about. */
export function amountOf({ amount, currency }: Stripe.PaymentIntent): Money {
	return money(amount, currency.toUpperCase() as CurrencyCode);
}

/**
 * Brings an intent to its end. Nobody can confirm a payment here, so that one which waits for it is cancelled.
 *
 * @param intent may be as old as the first answer to its key
 * @throws PaymentInDoubt while Stripe has not decided
 */
export async function settle(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<ChargeResult> {
	const waits = intent.status === 'requires_action' || intent.status === 'requires_confirmation';
	const result =
		finalResult(intent) ??
		finalResult(
			waits ? await cancel(stripe, intent.id) : await stripe.paymentIntents.retrieve(intent.id, withCharge),
		);
	if (!result) throw new PaymentInDoubt(`Stripe has not decided on ${intent.id} yet`);
	return result;
}

async function cancel(stripe: Stripe, id: string): Promise<Stripe.PaymentIntent> {
	try {
		return await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned', ...withCharge });
	} catch (error) {
		if (!hasCode(error, 'payment_intent_unexpected_state')) throw error;
		return await stripe.paymentIntents.retrieve(id, withCharge);
	}
}
