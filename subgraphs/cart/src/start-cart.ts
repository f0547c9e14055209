import { startConsumer } from '@infinite-blob/events/consumer';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { Transactions } from '@infinite-blob/redis/transactions';
import type { Logger } from '@infinite-blob/service/logger';
import { createMetrics, type Service } from '@infinite-blob/service/start-service';
import { ServiceClient } from '@infinite-blob/subgraph/service-client';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import { CartRepository } from './cart-repository.ts';
import { Carts } from './carts.ts';
import { Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { CouponRepository } from './coupon-repository.ts';
import { CouponUses } from './coupon-uses.ts';
import { OrderEffects } from './order-effects.ts';
import { orderHandlers } from './order-events.ts';
import { resolvers } from './resolvers/resolvers.ts';
import { seedCoupons } from './seed-coupons.ts';

/**
 * Starts the cart service.
 *
 * @param now the clock of carts, prices and coupons
 */
export async function startCart(config: Config, logger: Logger, now = Date.now): Promise<Service> {
	await using started = new AsyncDisposableStack();
	const metrics = createMetrics();
	const redis = started.adopt(await connectRedis(config.REDIS_URL, 'cart'), disconnect);
	const documents = started.use(await connectDocuments(config.REDIS_URL, 'cart'));
	const transactions = started.use(new Transactions(redis));
	const products = started.use(
		new ServiceClient('cart', 'products', config.PRODUCTS_URL, config.SERVICE_SECRET),
	);

	const coupons = new CouponRepository(documents);
	if (config.SEED) await seedCoupons(redis, coupons);
	const couponUses = new CouponUses(redis, transactions, now);
	const catalogue = new Catalogue(products, logger, now);
	const carts = new Carts({ carts: new CartRepository(redis, transactions), coupons, catalogue, now });

	started.use(
		await startConsumer({
			redis,
			stream: 'orders.events',
			group: 'cart',
			consumer: `cart-${config.REPLICA}`,
			handlers: orderHandlers(new OrderEffects(transactions, coupons, now)),
			logger,
			metrics,
		}),
	);
	const service = started.use(
		await startSubgraph<Context>({
			name: 'cart',
			host: config.HOST,
			port: config.CART_PORT,
			logger,
			serviceSecret: config.SERVICE_SECRET,
			schema: new URL('../schema.graphql', import.meta.url),
			resolvers,
			context: (request) => ({ ...request, carts, coupons, couponUses, now }),
			checks: { redis: () => redis.ping() },
			metrics,
		}),
	);
	const running = started.move();
	return { ...service, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
