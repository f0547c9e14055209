import { host, optionalHttpUrl, port, redisUrl, replica } from '@infinite-blob/config/setting';
import { readSettings } from '@infinite-blob/config/settings';
import { z } from 'zod';

export type Config = ReturnType<typeof readConfig>;

const secretKey = z
	.string()
	.regex(/^[sr]k_\w{8,}$/, 'must be a secret or restricted key of Stripe’s (sk_… or rk_…)');
const signingSecret = z.string().regex(/^whsec_\S{8,}$/, 'must be a signing secret of Stripe’s (whsec_…)');

export function readConfig() {
	return readSettings({
		PAYMENT_PORT: port(4011),
		HOST: host,
		REDIS_URL: redisUrl,
		REPLICA: replica,
		/** With it, cards are charged through Stripe; without, by the test provider. */
		STRIPE_SECRET_KEY: secretKey.optional(),
		STRIPE_WEBHOOK_SECRET: signingSecret.optional(),
		STRIPE_API_URL: optionalHttpUrl,
	});
}
