import { on, startConsumer } from '@infinite-blob/events/consumer';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { diskStore } from '@infinite-blob/files/disk-store';
import type { FileStore } from '@infinite-blob/files/file-store';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import type { Config } from './config.ts';
import { makeContext } from './context.ts';
import { ImageIntake } from './image-intake.ts';
import { Lanes } from './lanes.ts';
import { Previews } from './previews.ts';
import { ProductAdmin } from './product-admin.ts';
import { ProductIndex } from './product-index.ts';
import { ProductListing } from './product-listing.ts';
import { ProductRepository } from './product-repository.ts';
import { Rankings } from './rankings.ts';
import { renewDocuments } from './renew-documents.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { ownSeed, seedCatalogue } from './seed-catalogue.ts';
import { serveMedia } from './serve-media.ts';
import { Snapshots } from './snapshots.ts';
import { Spelling } from './spelling.ts';
import { Suggestions } from './suggestions.ts';
import { warmPreviews } from './warm-previews.ts';

/** So many pictures are decoded side by side, each on one thread: answering queries must not wait behind them. */
const laneCount = 2;
/** More than the gateway passes on at a time. */
const mostWaiting = 512;

/** What tests give in place of what there is. */
interface Surroundings {
	/** The folder that an empty shop is filled from. */
	seed?: URL;
	now?: () => number;
	files?: FileStore;
}

/** Starts the products subgraph. */
export async function startProducts(
	config: Config,
	logger: Logger,
	{ seed = ownSeed, now = Date.now, files = diskStore(config.FILES_DIR) }: Surroundings = {},
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'products'), disconnect);
	const documents = started.use(await connectDocuments(config.REDIS_URL, 'products'));
	const transactions = started.use(new Transactions(redis));
	const lanes = started.use(new Lanes(laneCount, mostWaiting));
	const images = new ImageIntake(files, lanes);
	const index = new ProductIndex(documents);
	const snapshots = new Snapshots(redis, now);
	const rankings = new Rankings(index, snapshots, now);
	const spelling = new Spelling(index);
	const suggestions = new Suggestions(index, spelling, now);
	const products = new ProductRepository(redis, transactions, now, () => {
		rankings.forget();
		suggestions.forget();
	});
	await index.prepare();
	await renewDocuments(redis, products);
	if (config.SEED) await seedCatalogue(redis, products, images, seed, logger);

	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'products',
			consumer: `products-${config.REPLICA}`,
			handlers: [on(orderPaid, ({ data: { order } }) => products.countDownloads(order.id, order.lines))],
			logger,
			metrics,
		}),
	);
	const previews = new Previews(files, lanes);
	const admin = new ProductAdmin(products, images, now);
	const listing = new ProductListing({ index, products, rankings, snapshots }, spelling);
	const publicUrl = config.PUBLIC_GATEWAY_URL;
	const parts = { products, index, listing, spelling, suggestions, admin, publicUrl };
	const service = started.use(
		await startSubgraph({
			name: 'products',
			host: config.HOST,
			port: config.PRODUCTS_PORT,
			logger,
			serviceSecret: config.SERVICE_SECRET,
			schema: new URL('../schema.graphql', import.meta.url),
			resolvers,
			context: (request) => makeContext(request, parts),
			checks: { redis: () => redis.ping() },
			metrics,
			handle: serveMedia(previews, logger),
		}),
	);
	started.use(warmPreviews(index, previews, logger));
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
