import { on, startConsumer } from '@infinite-blob/events/consumer';
import { productArchived } from '@infinite-blob/events/products/product-archived';
import { productCreated } from '@infinite-blob/events/products/product-created';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { AdServer } from './ad-server.ts';
import { AdvertisedProducts } from './advertised-products.ts';
import { CampaignRepository } from './campaign-repository.ts';
import type { Config } from './config.ts';
import { makeContext } from './context.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { serveClick } from './serve-click.ts';

const ownSeed = new URL('../seed/campaigns.json', import.meta.url);

/**
 * Starts the ads subgraph.
 *
 * @param seed the file of the first campaigns
 * @param random from 0 to below 1
 */
export async function startAds(
	config: Config,
	logger: Logger,
	seed = ownSeed,
	random: () => number = Math.random,
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'ads'), disconnect);
	const documents = started.use(await connectDocuments(config.REDIS_URL, 'ads'));
	const transactions = started.use(new Transactions(redis));
	const campaigns = new CampaignRepository(redis, documents);
	const products = new AdvertisedProducts(redis, transactions);
	await campaigns.prepare();
	await seedCampaigns(redis, campaigns, seed, logger);

	started.use(
		await startConsumer({
			redis,
			stream: 'products.events',
			group: 'ads',
			consumer: `ads-${config.REPLICA}`,
			handlers: [productCreated, productUpdated, productArchived].map((event) =>
				on(event, ({ data }) => products.learn(data.product)),
			),
			logger,
			metrics,
		}),
	);
	const parts = { server: new AdServer(campaigns, products, random), publicUrl: config.PUBLIC_GATEWAY_URL };
	const service = started.use(
		await startSubgraph({
			name: 'ads',
			host: config.HOST,
			port: config.ADS_PORT,
			logger,
			serviceSecret: config.SERVICE_SECRET,
			schema: new URL('../schema.graphql', import.meta.url),
			resolvers,
			context: (request) => makeContext(request, parts),
			checks: { redis: () => redis.ping() },
			metrics,
			handle: (request, response, url) =>
				serveClick(campaigns, config.PUBLIC_STOREFRONT_URL, request, response, url),
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
