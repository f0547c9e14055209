import { connectStripe } from '@infinite-blob/payment-provider/stripe-client';
import { type StripeWebhook, stripeWebhook } from '@infinite-blob/payment-provider/stripe-webhook';
import type { Config } from './config.ts';

/** What reads the provider's webhooks: Stripe's, when both of its secrets are set. */
export function chooseWebhook(config: Config): StripeWebhook | undefined {
	const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_URL: apiUrl, STRIPE_WEBHOOK_SECRET: secret } = config;
	if (!secretKey || !secret) return undefined;
	return stripeWebhook(connectStripe({ secretKey, apiUrl }), secret);
}
