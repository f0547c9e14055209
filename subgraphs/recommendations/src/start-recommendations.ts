import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import { Purchases } from './purchases.ts';
import { Recommender } from './recommender.ts';
import { resolvers } from './resolvers/resolvers.ts';

/** Starts the recommendations subgraph. */
export async function startRecommendations(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'recommendations'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const catalogue = new Catalogue(redis, transactions);
	const purchases = new Purchases(redis, transactions);

	const group = 'recommendations' as const;
	const consumer = { redis, group, consumer: `recommendations-${config.REPLICA}`, logger, metrics };
	started.use(
		await startConsumer({
			...consumer,
			stream: 'products.events',
			handlers: [productCreated, productUpdated, productArchived].map((event) =>
				on(event, ({ data }) => catalogue.learn(data.product)),
			),
		}),
	);
	started.use(
		await startConsumer({
			...consumer,
			stream: 'orders.events',
			handlers: [
				on(orderPaid, ({ data: { order }, occurredAt }) =>
					purchases.learn(order, order.paidAt ?? occurredAt),
				),
			],
		}),
	);
	const service = started.use(
		await startSubgraph({
			name: 'recommendations',
			host: config.HOST,
			port: config.RECOMMENDATIONS_PORT,
			logger,
			serviceSecret: config.SERVICE_SECRET,
			schema: new URL('../schema.graphql', import.meta.url),
			resolvers,
			context: (request) => ({ ...request, recommender: new Recommender(catalogue, purchases) }),
			checks: { redis: () => redis.ping() },
			metrics,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
