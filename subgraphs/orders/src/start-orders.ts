import { startTrimming } from '@infinite-blob/events/trim';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { ServiceClient } from '@infinite-blob/subgraph/service-client';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { CartClient } from './cart-client.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { DownloadCounts } from './download-counts.ts';
import { Links } from './links.ts';
import { MovingOrders } from './moving-orders.ts';
import { orderLoaders } from './order-loaders.ts';
import { announcementCounter, showMovingOrders } from './order-metrics.ts';
import { OrderRepository } from './order-repository.ts';
import { OrderService } from './order-service.ts';
import { knownPaymentMethods } from './payment-methods.ts';
import { ProductClient } from './product-client.ts';
import { startReportConsumer } from './report-consumer.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { serveFiles } from './serve-files.ts';
import { startSweeping } from './sweep.ts';

/** Starts the orders service: its subgraph, its files and the consumer of what the workers report. */
export async function startOrders(config: Config, logger: Logger): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'orders'), disconnect);
	const documents = started.use(await connectDocuments(config.REDIS_URL, 'orders'));
	const transactions = started.use(new Transactions(redis));
	const announced = announcementCounter(metrics);
	const orders = new OrderRepository(redis, transactions, documents, ({ type }) => announced.inc({ type }));
	await orders.prepare();

	const downloads = new DownloadCounts(redis, transactions);

	const now = Date.now;
	const moving = new MovingOrders(redis, now);
	await moving.adopt(await orders.listUnderWay());
	showMovingOrders(metrics, redis, moving);
	const client = (target: string, url: string) =>
		started.use(new ServiceClient('orders', target, url, config.SERVICE_SECRET));
	const products = new ProductClient(client('products', config.PRODUCTS_URL));
	const service = new OrderService(orders, new CartClient(client('cart', config.CART_URL)), now);
	const links = new Links(config.PUBLIC_GATEWAY_URL, config.LINK_SECRET, now);
	const subscriber = started.adopt(redis.duplicate({ lazyConnect: false }), disconnect);
	subscriber.on('error', () => {});
	// The package's types know ioredis 5; what it calls is the same in 6.
	const pubsub = new RedisPubSub({ publisher: redis as never, subscriber: subscriber as never });

	started.use(
		await startReportConsumer({ redis, orders, logger, metrics, now, consumer: `orders-${config.REPLICA}` }),
	);
	started.use(startSweeping({ redis, orders, moving, logger, now }));
	const keepMs = config.EVENTS_KEEP_DAYS * 24 * 60 * 60 * 1000;
	started.use(startTrimming({ redis, stream: 'orders.events', keepMs, logger }));
	const { LINK_SECRET: linkSecret } = config;
	const isPaymentMethod = knownPaymentMethods(config.PAYMENT_PROVIDER);
	const subgraph = await startSubgraph<Context>({
		name: 'orders',
		host: config.HOST,
		port: config.ORDERS_PORT,
		logger,
		serviceSecret: config.SERVICE_SECRET,
		schema: new URL('../schema.graphql', import.meta.url),
		resolvers,
		subscriptions: true,
		context: (request) => ({
			...request,
			orders,
			downloads,
			service,
			products,
			links,
			linkSecret,
			isPaymentMethod,
			pubsub,
			now,
			loaders: orderLoaders(orders, downloads),
		}),
		checks: { redis: () => redis.ping() },
		metrics,
		handle: serveFiles(diskStore(config.FILES_DIR), orders, links),
	});
	started.use(subgraph);
	const running = started.move();
	return { ...subgraph, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
