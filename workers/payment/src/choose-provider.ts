import type { PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import { connectStripe } from '@infinite-blob/payment-provider/stripe-client';
import { stripeProvider } from '@infinite-blob/payment-provider/stripe-provider';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import type { Config } from './config.ts';

/** The payment provider that the settings name: Stripe when its key is set, else the test provider. */
export function chooseProvider(config: Config, redis: Redis, transactions: Transactions): PaymentProvider {
	const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl } = config;
	if (secretKey) return stripeProvider(connectStripe({ secretKey, apiUrl }));
	return testProvider({ redis, transactions });
}
