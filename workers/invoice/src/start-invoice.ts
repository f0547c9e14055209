import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { type Service, startService } from '@infinite-blob/service/start-service';
import type { Config } from './config.ts';
import { issueInvoice } from './handlers/issue-invoice.ts';
import type { Seller } from './invoice.ts';
import type { InvoiceContext } from './invoice-context.ts';
import { InvoiceRepository } from './invoice-repository.ts';

/** Starts the invoice worker: every paid order gets its invoice. */
export async function startInvoice(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'invoice'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const service = started.use(
		await startService({
			name: 'invoice',
			host: config.HOST,
			port: config.INVOICE_PORT,
			logger,
			checks: { redis: () => redis.ping() },
		}),
	);
	const context: InvoiceContext = {
		redis,
		invoices: new InvoiceRepository(redis, transactions),
		files: diskStore(config.FILES_DIR),
		seller: sellerOf(config),
		clock: Date.now,
	};
	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'invoice',
			consumer: `invoice-${config.REPLICA}`,
			handlers: [on(orderPaid, (event) => issueInvoice(context, event))],
			logger,
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
