import type { PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Transactions } from '@infinite-blob/redis/transactions';
import type { Config } from './config.ts';

/** The payment provider that the settings name: the test provider, which needs none. */
export function chooseProvider(_config: Config, redis: Redis, transactions: Transactions): PaymentProvider {
	return testProvider({ redis, transactions });
}
