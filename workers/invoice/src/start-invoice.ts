import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { orderRefunded } from '@infinite-blob/events/orders/order-refunded';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service, startService } from '@infinite-blob/service/start-service';
import type { Seller } from './billing.ts';
import type { Config } from './config.ts';
import { creditNoteSeries } from './credit-note.ts';
import { issueCreditNote } from './handlers/issue-credit-note.ts';
import { issueInvoice } from './handlers/issue-invoice.ts';
import { invoiceSeries } from './invoice.ts';
import type { InvoiceContext } from './invoice-context.ts';
import { NumberedRecords } from './numbered-records.ts';

// With pauses of up to half a minute: a disk that is full may take an operator more than an hour to mend.
const maxTries = 400;

/** Starts the invoice worker: every paid order gets its invoice, every refunded one its credit note. */
export async function startInvoice(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'invoice'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const service = started.use(
		await startService({
			name: 'invoice',
			host: config.HOST,
			port: config.INVOICE_PORT,
			logger,
			checks: { redis: () => redis.ping() },
			metrics,
		}),
	);
	const context: InvoiceContext = {
		redis,
		invoices: new NumberedRecords(redis, transactions, invoiceSeries),
		creditNotes: new NumberedRecords(redis, transactions, creditNoteSeries),
		files: diskStore(config.FILES_DIR),
		seller: sellerOf(config),
		...(config.TAX_RATE && { tax: { name: config.TAX_NAME, ratePercent: config.TAX_RATE } }),
		clock: Date.now,
	};
	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'invoice',
			consumer: `invoice-${config.REPLICA}`,
			handlers: [
				on(orderPaid, (event) => issueInvoice(context, event)),
				on(orderRefunded, (event) => issueCreditNote(context, event)),
			],
			logger,
			metrics,
			maxTries,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

function sellerOf(config: Config): Seller {
	return {
		name: config.SELLER_NAME,
		addressLines: config.SELLER_ADDRESS.split(',').map((line) => line.trim()),
		email: config.SELLER_EMAIL,
		taxId: config.SELLER_TAX_ID,
	};
}
