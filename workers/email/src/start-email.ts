import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderInvoiced } from '@infinite-blob/events/orders/order-invoiced';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service, startService } from '@infinite-blob/service/start-service';
import type { Config } from './config.ts';
import type { EmailContext } from './email-context.ts';
import { sendConfirmation } from './handlers/send-confirmation.ts';
import { createMailer } from './mailer.ts';

// With pauses of up to half a minute: a mail server may be away for more than an hour.
const maxTries = 200;

/** Starts the email worker: every invoiced order is confirmed by mail. */
export async function startEmail(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'email'), disconnect);
	const mailer = started.use(createMailer(config.SMTP_URL, config.MAIL_FROM));
	const service = started.use(
		await startService({
			name: 'email',
			host: config.HOST,
			port: config.EMAIL_PORT,
			logger,
			checks: { redis: () => redis.ping() },
			metrics,
		}),
	);
	const context: EmailContext = {
		redis,
		files: diskStore(config.FILES_DIR),
		mailer,
		linkSecret: config.LINK_SECRET,
		storefrontUrl: config.PUBLIC_STOREFRONT_URL,
		clock: Date.now,
	};
	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'email',
			consumer: `email-${config.REPLICA}`,
			handlers: [on(orderInvoiced, (event) => sendConfirmation(context, event))],
			logger,
			metrics,
			maxTries,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
