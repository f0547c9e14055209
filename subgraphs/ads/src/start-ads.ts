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
import { CampaignAdmin } from './campaign-admin.ts';
import { CampaignCounts } from './campaign-counts.ts';
import { CampaignIndex } from './campaign-index.ts';
import { CampaignRepository } from './campaign-repository.ts';
import type { Config } from './config.ts';
import { makeContext } from './context.ts';
import { numberCampaigns } from './number-campaigns.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { RunningCampaigns } from './running-campaigns.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { serveClick } from './serve-click.ts';

const ownSeed = new URL('../seed/campaigns.json', import.meta.url);

/** What tests replace. */
export interface Surroundings {
	/** The file of the first campaigns. */
	seed?: URL;
	/** From 0 to below 1. */
	random?: () => number;
	/** Epoch milliseconds. */
	now?: () => number;
	/** How often the running campaigns are read, whether or not a change was told. */
	lookEveryMs?: number;
}

/** Starts the ads subgraph. */
export async function startAds(
	config: Config,
	logger: Logger,
	{ seed = ownSeed, random = Math.random, now = Date.now, lookEveryMs = 1_000 }: Surroundings = {},
): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'ads'), disconnect);
	const documents = started.use(await connectDocuments(config.REDIS_URL, 'ads'));
	const transactions = started.use(new Transactions(redis));
	const campaigns = new CampaignRepository(redis, transactions);
	const index = new CampaignIndex(documents);
	const counts = new CampaignCounts(redis);
	const products = new AdvertisedProducts(redis, transactions);
	await index.prepare();
	await seedCampaigns(redis, campaigns, seed, logger);
	await numberCampaigns(redis, logger);
	const running = started.use(
		await RunningCampaigns.follow({ redis, index, products, logger, now, lookEveryMs }),
	);

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
	const parts = {
		...{ campaigns, index, running, products, counts, now },
		server: new AdServer(running, counts, now, random),
		admin: new CampaignAdmin({ campaigns, products, running, now }),
		publicUrl: config.PUBLIC_GATEWAY_URL,
	};
	const clicks = { campaigns, counts, now, storefrontUrl: config.PUBLIC_STOREFRONT_URL };
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
			handle: (request, response, url) => serveClick(clicks, request, response, url),
		}),
	);
	const whole = started.move();
	return { ...service, [Symbol.asyncDispose]: () => whole.disposeAsync() };
}
