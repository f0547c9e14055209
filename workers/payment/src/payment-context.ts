import type { PaymentProvider } from '@infinite-blob/payment-provider/payment-provider';
import type { Redis } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import type { PaymentRecords } from './payment-records.ts';

/** What the handlers work with. */
export interface PaymentContext {
	redis: Redis;
	records: PaymentRecords;
	provider: PaymentProvider;
	logger: Logger;
	/** Epoch milliseconds. */
	clock: () => number;
}
