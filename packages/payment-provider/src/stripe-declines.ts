import type { ChargeResult } from './payment-provider.ts';
import { testCards } from './test-cards.ts';

/** What Stripe says of a charge that failed, in an error or on the intent. */
export interface StripeFailure {
	code?: string | undefined;
	decline_code?: string | undefined;
	payment_method?: { card?: { last4: string } | undefined } | undefined;
}

/** A decline, with Stripe's word for it and a sentence for the shopper. */
export function declined(failure: StripeFailure): ChargeResult & { kind: 'declined' } {
	const said = failure.decline_code ?? failure.code ?? general;
	const declineCode = undisclosed.has(said) ? general : said;
	return {
		kind: 'declined',
		declineCode,
		reason: reasons.get(declineCode) ?? reasons.get('card_declined')!,
		last4: failure.payment_method?.card?.last4 ?? null,
	};
}

const general = 'generic_decline';

// Stripe asks to keep these from the shopper, who may not be the card's owner.
const undisclosed = new Set([
	'fraudulent',
	'lost_card',
	'merchant_blacklist',
	'pickup_card',
	'restricted_card',
	'security_violation',
	'stolen_card',
]);

const askAgain = 'Your bank could not be asked. Try again in a moment, or use another card.';
const wrongCode = 'The security code of your card is wrong. Check it, or use another card.';
const overLimit = 'This is above a limit of your card. Try another card, or ask your bank.';
const notForThis = 'Your card does not take this kind of payment. Try another card.';

/** By Stripe's decline and error codes: https://docs.stripe.com/declines/codes */
const reasons = new Map<string, string>([
	...testCards.flatMap(({ outcome }): [string, string][] =>
		outcome.kind === 'declines' ? [[outcome.declineCode, outcome.reason]] : [],
	),
	['amount_too_large', 'The total is above what can be charged to a card. Split the order.'],
	['amount_too_small', 'The total is below what can be charged to a card. Add something to the order.'],
	[
		'authentication_required',
		'Your bank asks you to confirm this payment, which is not possible here. Try another card.',
	],
	['card_not_supported', notForThis],
	['card_velocity_exceeded', overLimit],
	['currency_not_supported', 'Your card cannot pay in this currency. Try another card.'],
	['incorrect_cvc', wrongCode],
	['incorrect_number', 'The number of your card is wrong. Enter it again, or use another card.'],
	['invalid_cvc', wrongCode],
	['invalid_payment_method', 'This payment method is not known. Choose another one.'],
	['issuer_not_available', askAgain],
	['transaction_not_allowed', notForThis],
	['try_again_later', askAgain],
	['withdrawal_count_limit_exceeded', overLimit],
]);
