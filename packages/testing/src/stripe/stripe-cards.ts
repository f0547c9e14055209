/** What a payment method of Stripe's test mode comes to. */
export interface StripeCard {
	last4: string;
	/** Undefined when it pays. */
	refusal?: { code: string; decline_code: string } | 'requires_action';
}

const declinedAs = (decline_code: string) => ({ code: 'card_declined', decline_code });

/** Stripe's test payment methods: https://docs.stripe.com/testing */
export const stripeCards: Record<string, StripeCard> = {
	pm_card_visa: { last4: '4242' },
	pm_card_mastercard: { last4: '4444' },
	pm_card_chargeDeclined: { last4: '0002', refusal: declinedAs('generic_decline') },
	pm_card_chargeDeclinedInsufficientFunds: { last4: '9995', refusal: declinedAs('insufficient_funds') },
	pm_card_visa_chargeDeclinedStolenCard: { last4: '9979', refusal: declinedAs('stolen_card') },
	pm_card_chargeDeclinedExpiredCard: {
		last4: '0069',
		refusal: { code: 'expired_card', decline_code: 'expired_card' },
	},
	pm_card_chargeDeclinedProcessingError: {
		last4: '0119',
		refusal: { code: 'processing_error', decline_code: 'processing_error' },
	},
	pm_card_authenticationRequired: { last4: '3184', refusal: 'requires_action' },
};
