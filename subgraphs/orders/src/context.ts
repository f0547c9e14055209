import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import type { RedisPubSub } from 'graphql-redis-subscriptions';
import type { DownloadCounts } from './download-counts.ts';
import type { Links } from './links.ts';
import type { OrderLoaders } from './order-loaders.ts';
import type { OrderRepository } from './order-repository.ts';
import type { OrderService } from './order-service.ts';
import type { ProductClient } from './product-client.ts';

/** What the resolvers of orders work with. */
export interface Context extends SubgraphContext {
	orders: OrderRepository;
	downloads: DownloadCounts;
	service: OrderService;
	products: ProductClient;
	links: Links;
	linkSecret: string;
	isPaymentMethod: (paymentMethod: string) => boolean;
	pubsub: RedisPubSub;
	loaders: OrderLoaders;
	now: () => number;
}
