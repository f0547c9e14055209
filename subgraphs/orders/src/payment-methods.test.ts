import { testCards } from '@infinite-blob/payment-provider/test-cards';
import { describe, expect, it } from 'vitest';
import { knownPaymentMethods } from './payment-methods.ts';

describe('the payment methods that orders are placed with', () => {
	it('are the test provider’s cards where it charges, and no others', () => {
		const isKnown = knownPaymentMethods('test');
		expect(testCards.every(({ name }) => isKnown(name))).toBe(true);
		for (const method of ['pm_1N3T00LkdIwHu7ix', '', 'toString']) expect(isKnown(method)).toBe(false);
	});

	it('are whatever looks like one of Stripe’s where Stripe charges', () => {
		const isKnown = knownPaymentMethods('stripe');
		for (const method of ['pm_1N3T00LkdIwHu7ix', 'pm_card_visa']) expect(isKnown(method)).toBe(true);
		const malformed = ['', 'pm_', 'card_1', 'pm_a b', 'pm_a\n', `pm_${'x'.repeat(251)}`, '4242424242424242'];
		for (const method of malformed) expect(isKnown(method), method).toBe(false);
	});
});
