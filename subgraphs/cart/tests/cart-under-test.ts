import { randomUUID } from 'node:crypto';
import { append } from '@infinite-blob/events/append';
import type { Envelope } from '@infinite-blob/events/envelope';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { type Answer, ask, testSecret } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { CouponRepository } from '../src/coupon-repository.ts';
import { startCart } from '../src/start-cart.ts';
import { FakeProducts } from './fake-products.ts';
import { Shopper } from './shopper.ts';

/** The real service over a Redis of its own and a products service that tests can change or stop. */
export interface CartUnderTest extends AsyncDisposable {
	url: string;
	redis: Redis;
	products: FakeProducts;
	coupons: CouponRepository;
	/** Epoch milliseconds of the service's clock; goes on by itself. */
	passTime: (ms: number) => void;
	/** @param at the replica that it shops at; the first without it */
	shopper: (at?: string) => Shopper;
	/** Starts one more replica of the service and answers its address. */
	startReplica: () => Promise<string>;
	/** Asks as a fellow service. */
	asService: (query: string, variables?: Record<string, unknown>, at?: string) => Promise<Answer>;
	emit: (event: Envelope) => Promise<void>;
}

export async function startCartUnderTest(): Promise<CartUnderTest> {
	await using started = new AsyncDisposableStack();
	const { url: redisUrl } = started.use(await startTestRedis());
	const redis = started.adopt(await connectRedis(redisUrl, 'cart-tests'), disconnect);
	const documents = started.use(await connectDocuments(redisUrl, 'cart-tests'));
	const products = started.use(new FakeProducts(silentLogger));
	await products.start();
	let passed = 0;
	let replicas = 0;
	const startReplica = async () => {
		const config = {
			CART_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: redisUrl,
			SERVICE_SECRET: testSecret,
			PRODUCTS_URL: products.url,
			REPLICA: String(++replicas),
			SEED: true,
		};
		return startCart(config, silentLogger, () => Date.now() + passed);
	};
	const { url } = started.use(await startReplica());
	const running = started.move();
	return {
		url,
		redis,
		products,
		coupons: new CouponRepository(documents),
		passTime(ms) {
			passed += ms;
		},
		shopper: (at = url) => new Shopper(at, `ses_${randomUUID()}`),
		startReplica: async () => running.use(await startReplica()).url,
		asService: (query, variables, at = url) => ask(at, { kind: 'service', name: 'orders' }, query, variables),
		emit: (event) => append(redis, 'orders.events', event),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}
