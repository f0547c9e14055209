import { startConsumer } from '@infinite-blob/events/consumer';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service, startService } from '@infinite-blob/service/start-service';
import { chooseProvider } from './choose-provider.ts';
import { chooseWebhook } from './choose-webhook.ts';
import type { Config } from './config.ts';
import { handlers } from './handlers/handlers.ts';
import { PaymentRecords } from './payment-records.ts';
import { receiveWebhook } from './webhook/receive-webhook.ts';

// With pauses of up to half a minute: a provider may be away, or leave in doubt, for hours.
const maxTries = 1_000;
// A charge waits for the provider, not for this process: many that hang must not hold up the rest.
const concurrency = 64;

/** Starts the payment worker: it charges and refunds orders as their events ask for. @param makeProvider for tests */
export async function startPayment(
	config: Config,
	logger: Logger,
	makeProvider = chooseProvider,
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'payment'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const provider = makeProvider(config, redis, transactions);
	logger.info(
		{ provider: config.STRIPE_SECRET_KEY ? 'stripe' : 'test' },
		'cards are charged by this provider',
	);
	const webhook = chooseWebhook(config);
	const clock = Date.now;
	const service = started.use(
		await startService({
			name: 'payment',
			host: config.HOST,
			port: config.PAYMENT_PORT,
			logger,
			checks: { redis: () => redis.ping() },
			metrics,
			handle: receiveWebhook({ webhook, redis, transactions, logger, clock }),
		}),
	);
	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'payment',
			consumer: `payment-${config.REPLICA}`,
			handlers: handlers({
				redis,
				records: new PaymentRecords(redis, transactions),
				provider,
				logger,
				clock,
			}),
			logger,
			metrics,
			concurrency,
			maxTries,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
