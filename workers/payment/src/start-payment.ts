import { startConsumer } from '@infinite-blob/events/consumer';
import { testProvider } from '@infinite-blob/payment-provider/test-provider';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service, startService } from '@infinite-blob/service/start-service';
import type { Config } from './config.ts';
import { handlers } from './handlers/handlers.ts';
import { PaymentRecords } from './payment-records.ts';

/** Starts the payment worker: it charges and refunds orders as their events ask for. */
export async function startPayment(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'payment'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const service = started.use(
		await startService({
			name: 'payment',
			host: config.HOST,
			port: config.PAYMENT_PORT,
			logger,
			checks: { redis: () => redis.ping() },
			metrics,
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
				records: new PaymentRecords(redis),
				provider: testProvider({ redis, transactions }),
				clock: Date.now,
			}),
			logger,
			metrics,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
