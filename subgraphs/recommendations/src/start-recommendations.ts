import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import type { ProductSnapshot } from '@infinite-blob/events/products/product-snapshot';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { LiveCatalogue } from './catalogue/live-catalogue.ts';
import type { Config } from './config.ts';
import { deleteLeaving } from './delete-leaving.ts';
import type { Purchase } from './domain/tally.ts';
import { removeLeftovers } from './earlier-versions.ts';
import { prepareGenerations, readGenerations } from './generations.ts';
import { Batches } from './learning/batches.ts';
import { orderLesson } from './learning/learn-orders.ts';
import { productLesson } from './learning/learn-products.ts';
import { Learner } from './learning/learner.ts';
import { purchaseIn } from './learning/purchase-in.ts';
import { readAgain } from './learning/read-again.ts';
import { Popular } from './popular.ts';
import { Recommender } from './recommender.ts';
import { resolvers } from './resolvers/resolvers.ts';

/** Enough for the batches in which they are learned. */
const concurrency = 500;

/** What tests replace. */
export interface Surroundings {
	/** How often changes of the catalogue are looked for, whether or not one was told. */
	lookEveryMs?: number;
	/** How often it is read what was bought of late. */
	readPopularEveryMs?: number;
}

/** Starts the recommendations subgraph: it is there when all products on sale are known. */
export async function startRecommendations(
	config: Config,
	logger: Logger,
	{ lookEveryMs = 1_000, readPopularEveryMs = 5_000 }: Surroundings = {},
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'recommendations'), disconnect);
	const transactions = started.use(new Transactions(redis));
	const learner = new Learner(redis, transactions);
	const products = new Batches((batch: ProductSnapshot[]) => learner.learn(productLesson(batch)));
	const purchases = new Batches((batch: Purchase[]) => learner.learn(orderLesson(batch, Date.now())));

	const group = 'recommendations' as const;
	if (await prepareGenerations(redis)) await readAgain(redis, group);
	tidyUp(redis, transactions).catch((error) => logger.warn({ err: error }, 'old keys are left'));
	const onError = (error: unknown) => logger.warn({ err: error }, 'the catalogue cannot be read');
	const catalogue = started.use(await LiveCatalogue.follow({ redis, onError, lookEveryMs }));
	const popular = started.use(
		await Popular.follow({ redis, catalogue, onError, readEveryMs: readPopularEveryMs }),
	);
	const recommender = new Recommender(redis, catalogue, popular);
	const name = `recommendations-${config.REPLICA}`;
	const consumer = { redis, group, consumer: name, logger, metrics, concurrency };
	started.use(
		await startConsumer({
			...consumer,
			stream: 'products.events',
			handlers: [productCreated, productUpdated, productArchived].map((event) =>
				on(event, ({ data }) => products.add(data.product)),
			),
		}),
	);
	started.use(
		await startConsumer({
			...consumer,
			stream: 'orders.events',
			handlers: [
				on(orderPaid, ({ data: { order }, occurredAt }) => purchases.add(purchaseIn(order, occurredAt))),
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
			context: (request) => ({ ...request, recommender }),
			checks: { redis: () => redis.ping() },
			metrics,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Deletes what nobody reads any more, while the service runs. */
async function tidyUp(redis: Redis, transactions: Transactions): Promise<void> {
	await removeLeftovers(redis, (await readGenerations(redis)).current);
	await deleteLeaving(redis, transactions);
}
