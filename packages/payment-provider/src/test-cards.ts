import type { Trouble } from './trouble.ts';

/** A payment method of the test provider, which stands for a card that always behaves the same. */
export interface TestCard {
	/** What is sent as the payment method; Stripe's test mode has the same names. */
	name: TestPaymentMethod;
	brand: 'Visa' | 'Mastercard';
	/** The last four digits, all that is ever known of a card. */
	last4: string;
	outcome: TestOutcome;
}

/** What a charge with the card comes to; a decline's reason is said to the shopper. */
export type TestOutcome = { kind: 'succeeds' } | { kind: 'declines'; declineCode: string; reason: string };

/** The names of the test provider's payment methods. */
export type TestPaymentMethod =
	| 'pm_card_visa'
	| 'pm_card_mastercard'
	| 'pm_card_chargeDeclined'
	| 'pm_card_chargeDeclinedInsufficientFunds'
	| 'pm_card_chargeDeclinedExpiredCard'
	| 'pm_card_chargeDeclinedProcessingError'
	| 'pm_test_slow'
	| 'pm_test_unavailable'
	| 'pm_test_timeoutBeforeCharge'
	| 'pm_test_timeoutAfterCharge';

/** Every card with which the test provider answers at once, in the order in which shops list them. */
export const testCards: readonly TestCard[] = [
	{ name: 'pm_card_visa', brand: 'Visa', last4: '4242', outcome: { kind: 'succeeds' } },
	{ name: 'pm_card_mastercard', brand: 'Mastercard', last4: '4444', outcome: { kind: 'succeeds' } },
	{
		name: 'pm_card_chargeDeclined',
		brand: 'Visa',
		last4: '0002',
		outcome: declines('card_declined', 'Your card was declined. Try another card, or ask your bank.'),
	},
	{
		name: 'pm_card_chargeDeclinedInsufficientFunds',
		brand: 'Visa',
		last4: '9995',
		outcome: declines('insufficient_funds', 'Your card has insufficient funds. Try another card.'),
	},
	{
		name: 'pm_card_chargeDeclinedExpiredCard',
		brand: 'Visa',
		last4: '0069',
		outcome: declines('expired_card', 'Your card has expired. Try another card.'),
	},
	{
		name: 'pm_card_chargeDeclinedProcessingError',
		brand: 'Visa',
		last4: '0119',
		outcome: declines('processing_error', 'Your bank could not process the payment. Try again in a moment.'),
	},
];

/** A card that is charged in the end, but meets trouble before. */
export interface MisbehavingCard extends TestCard {
	trouble: Trouble;
	/** How many of the first calls with an idempotency key it meets. */
	calls: number;
}

/** The cards for trying out what the shop does when its provider fails; no shop lists them. */
export const misbehavingCards: readonly MisbehavingCard[] = [
	misbehaves('pm_test_slow', '3000', 'slow', Number.POSITIVE_INFINITY),
	misbehaves('pm_test_unavailable', '5030', 'unavailable', 2),
	misbehaves('pm_test_timeoutBeforeCharge', '5040', 'timeout_before', 1),
	misbehaves('pm_test_timeoutAfterCharge', '5041', 'timeout_after', 1),
];

const byName = new Map<string, TestCard>(
	[...testCards, ...misbehavingCards].map((card) => [card.name, card]),
);

/** The test card of a payment method, or undefined when there is none of that name. */
export function findTestCard(paymentMethod: string): TestCard | undefined {
	return byName.get(paymentMethod);
}

/** Whether the test provider can charge this payment method. */
export function isTestPaymentMethod(paymentMethod: string): paymentMethod is TestPaymentMethod {
	return byName.has(paymentMethod);
}

/** What meets a call with this payment method. @param times how often its key was asked, this time included */
export function troubleOfCard(paymentMethod: string | undefined, times: number): Trouble | undefined {
	const card = misbehavingCards.find(({ name }) => name === paymentMethod);
	return card && times <= card.calls ? card.trouble : undefined;
}

function misbehaves(
	name: TestPaymentMethod,
	last4: string,
	trouble: Trouble,
	calls: number,
): MisbehavingCard {
	return { name, brand: 'Visa', last4, outcome: { kind: 'succeeds' }, trouble, calls };
}

function declines(declineCode: string, reason: string): TestOutcome {
	return { kind: 'declines', declineCode, reason };
}
