import { afterEach, expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
	['', '', 'test'],
	['', 'sk_test_1', 'stripe'],
	['test', 'sk_test_1', 'test'],
	['stripe', '', 'stripe'],
])(
	'with PAYMENT_PROVIDER=%s and STRIPE_SECRET_KEY=%s orders are paid with methods of %s',
	(given, key, taken) => {
		const secret = 'x'.repeat(32);
		const environment = { PAYMENT_PROVIDER: given, STRIPE_SECRET_KEY: key };
		for (const [name, value] of Object.entries({
			...environment,
			SERVICE_SECRET: secret,
			LINK_SECRET: secret,
		}))
			vi.stubEnv(name, value);
		expect(readConfig().PAYMENT_PROVIDER).toBe(taken);
	},
);

it('refuses another provider by name', () => {
	vi.stubEnv('PAYMENT_PROVIDER', 'paypal');
	expect(() => readConfig()).toThrow('PAYMENT_PROVIDER must be test or stripe');
});
