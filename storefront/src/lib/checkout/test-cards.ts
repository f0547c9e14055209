/** A card of the test payment provider and what comes of paying with it. */
export interface TestCard {
	method: string;
	brand: string;
	last4: string;
	outcome: string;
	succeeds: boolean;
}

export const testCards: readonly TestCard[] = [
	{ method: 'pm_card_visa', brand: 'Visa', last4: '4242', outcome: 'Succeeds', succeeds: true },
	{ method: 'pm_card_mastercard', brand: 'Mastercard', last4: '4444', outcome: 'Succeeds', succeeds: true },
	{
		method: 'pm_card_chargeDeclined',
		brand: 'Visa',
		last4: '0002',
		outcome: 'Declined by the bank',
		succeeds: false,
	},
	{
		method: 'pm_card_chargeDeclinedInsufficientFunds',
		brand: 'Visa',
		last4: '9995',
		outcome: 'Declined: insufficient funds',
		succeeds: false,
	},
	{
		method: 'pm_card_chargeDeclinedExpiredCard',
		brand: 'Visa',
		last4: '0069',
		outcome: 'Declined: expired card',
		succeeds: false,
	},
	{
		method: 'pm_card_chargeDeclinedProcessingError',
		brand: 'Visa',
		last4: '0119',
		outcome: 'Declined: processing error',
		succeeds: false,
	},
];

export function isTestCard(method: string): boolean {
	return testCards.some((card) => card.method === method);
}

const reasons: Record<string, string> = {
	card_declined: 'The bank declined the card.',
	generic_decline: 'The bank declined the card.',
	insufficient_funds: 'The card has insufficient funds.',
	expired_card: 'The card has expired.',
	processing_error: 'The bank could not process the card just now.',
};

/** Why a payment was declined, for the shopper. */
export function declineReason(code: string | null | undefined): string {
	return reasons[code ?? ''] ?? 'The bank declined the card.';
}
