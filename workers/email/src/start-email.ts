import { on, startConsumer } from '@infinite-blob/events/consumer';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service, startService } from '@infinite-blob/service/start-service';
import pLimit from 'p-limit';
import type { Config } from './config.ts';
import type { EmailContext } from './email-context.ts';
import { type EmailPatience, emailPatience } from './email-patience.ts';
import { cancelled } from './kinds/cancelled.ts';
import { confirmation } from './kinds/confirmation.ts';
import { declined } from './kinds/declined.ts';
import type { MailKind } from './kinds/mail-kind.ts';
import { refunded } from './kinds/refunded.ts';
import { connections, createMailer } from './sending/mailer.ts';
import { sendMail } from './sending/send-mail.ts';

/** Starts the email worker: customers are told by mail what became of their orders. */
export async function startEmail(
	config: Config,
	logger: Logger,
	patience: EmailPatience = emailPatience,
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'email'), disconnect);
	const mailer = started.use(createMailer(config.SMTP_URL, config.MAIL_FROM, logger, patience.mail));
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
	const consumer = `email-${config.REPLICA}`;
	const context: EmailContext = {
		redis,
		files: diskStore(config.FILES_DIR),
		mailer,
		slots: pLimit(connections),
		replica: consumer,
		leaseMs: patience.leaseMs,
		logger,
		linkSecret: config.LINK_SECRET,
		storefrontUrl: config.PUBLIC_STOREFRONT_URL,
		clock: Date.now,
	};
	const mails = (kind: MailKind) => on(kind.definition, (event) => sendMail(context, kind, event));
	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'email',
			consumer,
			handlers: [mails(confirmation), mails(declined), mails(cancelled), mails(refunded)],
			logger,
			metrics,
			...patience.consumer,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
