import { isTestPaymentMethod } from '@infinite-blob/payment-provider/test-cards';

/** Who charges: the built-in test provider, or Stripe. */
export type PaymentProviderName = 'test' | 'stripe';

const stripeMethod = /^pm_\w{1,250}$/;

/**
 * Which payment methods orders may be placed with. The test provider's are all known; Stripe's are made by it, so that
 * one which it does not know is declined when it is charged.
 */
export function knownPaymentMethods(provider: PaymentProviderName): (paymentMethod: string) => boolean {
	return provider === 'stripe' ? (method) => stripeMethod.test(method) : isTestPaymentMethod;
}
