import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { append } from '@infinite-blob/events/append';
import { type Envelope, type EventDefinition, makeEvent } from '@infinite-blob/events/envelope';
import { chargeDeclined } from '@infinite-blob/events/orders/charge-declined';
import { chargeRefunded } from '@infinite-blob/events/orders/charge-refunded';
import { chargeRequested } from '@infinite-blob/events/orders/charge-requested';
import { chargeSucceeded } from '@infinite-blob/events/orders/charge-succeeded';
import { confirmationSent } from '@infinite-blob/events/orders/confirmation-sent';
import { creditNoteIssued } from '@infinite-blob/events/orders/credit-note-issued';
import { invoiceIssued } from '@infinite-blob/events/orders/invoice-issued';
import { diskStore } from '@infinite-blob/files/disk-store';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { readJson } from '@infinite-blob/redis/json';
import type { Service } from '@infinite-blob/service/start-service';
import type { Viewer } from '@infinite-blob/session/viewer';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import { readEvents } from '@infinite-blob/testing/read-events';
import { silentLogger } from '@infinite-blob/testing/silent-logger';
import { type Answer, ask, testSecret } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import type { z } from 'zod';
import type { Checkout } from '../src/cart-client.ts';
import type { Config } from '../src/config.ts';
import type { Order } from '../src/domain/order.ts';
import { startOrders } from '../src/start-orders.ts';
import { ada, testCheckout } from './test-order.ts';

/** The orders service as it runs, beside a cart and a catalogue that answer what a test wants. */
export class OrdersFixture implements AsyncDisposable {
	/** What the cart holds, for whichever session asks. */
	checkout: Checkout = testCheckout();
	/** Where the original of each product is. */
	original = 'originals/a.webp';
	/** What happens, once, between the placing and the look into the cart. */
	beforeCheckout: (() => Promise<void>) | undefined;
	/** Why the coupon cannot be used by an order, if it cannot. */
	holdCoupon: (orderId: string) => Promise<string | null> = async () => null;
	/** The orders that asked for a coupon, each with the version that it was to come to. */
	readonly reservations: string[] = [];
	readonly #stack = new AsyncDisposableStack();
	redis!: Redis;
	redisUrl = '';
	url = '';
	#config!: Config;

	/** @param redisUrl a Redis other than the one for tests */
	static async start(redisUrl?: string): Promise<OrdersFixture> {
		const fixture = new OrdersFixture();
		await fixture.#start(redisUrl);
		return fixture;
	}

	async #start(redisUrl?: string): Promise<void> {
		const url = redisUrl ?? this.#stack.use(await startTestRedis()).url;
		this.redisUrl = url;
		this.redis = this.#stack.adopt(await connectRedis(url, 'test'), disconnect);
		const filesDir = mkdtempSync(path.join(tmpdir(), 'ib-orders-'));
		for (const file of ['originals/a.webp', 'originals/b.png'])
			await diskStore(filesDir).put(file, Buffer.from('0123456789'));
		await diskStore(filesDir).put('invoices/ord.pdf', Buffer.from('%PDF-1.7'));
		const cart = await this.#fellow('cart', {
			Query: {
				checkout: async () => {
					const { beforeCheckout } = this;
					this.beforeCheckout = undefined;
					await beforeCheckout?.();
					return this.checkout;
				},
			},
			Mutation: {
				reserveCoupon: async (_: unknown, order: { orderId: string; orderVersion: number }) => {
					this.reservations.push(`${order.orderId} ${order.orderVersion}`);
					const reason = await this.holdCoupon(order.orderId);
					return { reserved: reason === null, reason };
				},
			},
		});
		const products = await this.#fellow('products', {
			Product: {
				__resolveReference: ({ id }: { id: string }) => ({ id, handle: 'art', original: this.original }),
			},
		});
		this.#config = {
			ORDERS_PORT: 0,
			HOST: '127.0.0.1',
			REDIS_URL: url,
			FILES_DIR: filesDir,
			CART_URL: cart,
			PRODUCTS_URL: products,
			PUBLIC_GATEWAY_URL: 'http://gateway.test',
			SERVICE_SECRET: testSecret,
			LINK_SECRET: testSecret,
			REPLICA: '1',
			PAYMENT_PROVIDER: 'test',
			EVENTS_KEEP_DAYS: 7,
		};
		this.url = (await this.startReplica()).url;
	}

	/** Starts the service, the first time or once more. */
	async startReplica(settings: Partial<Config> = {}): Promise<Service> {
		return this.#stack.use(await startOrders({ ...this.#config, ...settings }, silentLogger));
	}

	async #fellow(name: string, resolvers: object): Promise<string> {
		const service = await startSubgraph<SubgraphContext>({
			name,
			host: '127.0.0.1',
			port: 0,
			logger: silentLogger,
			serviceSecret: testSecret,
			schema: new URL(`../../${name}/schema.graphql`, import.meta.url),
			resolvers,
			context: (request) => request,
		});
		this.#stack.use(service);
		return service.url;
	}

	ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
		return ask(this.url, viewer, query, variables);
	}

	/** Places an order for what is in the cart and gives the payload. */
	async place(viewer: Viewer, input: Record<string, unknown> = {}) {
		const { data, errors } = await this.ask(viewer, placeMutation, {
			input: { idempotencyKey: randomUUID(), customer: ada, paymentMethod: 'pm_card_visa', ...input },
		});
		return data?.placeOrder ?? { errors };
	}

	/** Reports what a worker would. */
	report<Schema extends z.ZodType>(
		definition: EventDefinition<string, Schema>,
		subject: string,
		data: z.output<Schema>,
	): Promise<void> {
		return append(this.redis, definition.stream, makeEvent(definition, subject, data, 'test', Date.now()));
	}

	readonly worker = {
		requestCharge: (orderId: string, attempt = 1) =>
			this.report(chargeRequested, orderId, { orderId, attempt }),
		succeed: (orderId: string, attempt = 1, chargeId = `ch_${orderId}`) =>
			this.report(chargeSucceeded, orderId, {
				orderId,
				attempt,
				chargeId,
				last4: '4242',
				chargedAt: Date.now(),
			}),
		decline: (orderId: string, attempt = 1) =>
			this.report(chargeDeclined, orderId, {
				orderId,
				attempt,
				last4: '0002',
				declineCode: 'card_declined',
				reason: 'The card was declined.',
			}),
		invoice: (orderId: string) =>
			this.report(invoiceIssued, orderId, {
				orderId,
				invoiceNumber: '2026-000001',
				file: 'invoices/ord.pdf',
				issuedAt: Date.now(),
			}),
		confirm: (orderId: string) => this.report(confirmationSent, orderId, { orderId, messageId: 'm' }),
		credit: (orderId: string) =>
			this.report(creditNoteIssued, orderId, {
				orderId,
				creditNoteNumber: '2026-C000001',
				file: 'invoices/ord.pdf',
				issuedAt: Date.now(),
				invoice: { number: '2026-000001', file: 'invoices/ord.pdf' },
			}),
		refund: (orderId: string, chargeId = `ch_${orderId}`) =>
			this.report(chargeRefunded, orderId, {
				orderId,
				chargeId,
				refundId: `re_${chargeId}`,
				refundedAt: Date.now(),
			}),
	};

	/** Everything that was said about an order, in order. */
	async events(orderId: string): Promise<Envelope<string, any>[]> {
		const events = await readEvents(this.redis, 'orders.events');
		return events.filter(({ subject }) => subject === orderId);
	}

	/** How many events of a type were announced about an order. */
	async announced(type: string, orderId: string): Promise<number> {
		return (await this.events(orderId)).filter((event) => event.type === type).length;
	}

	/** The order as it is stored. */
	async stored(orderId: string): Promise<Order> {
		return (await readJson<Order>(this.redis, `orders:order:${orderId}`))!;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#stack.disposeAsync();
	}
}

export const orderFields = `id number status total { amount currency } coupon payment { status last4 declineCode }
	timeline { status detail } lines { id name quantity downloadsRemaining product { id } } invoiceUrl creditNoteUrl`;
const placeMutation = `mutation Place($input: PlaceOrderInput!) {
	placeOrder(input: $input) { order { ${orderFields} } userErrors { code field message } }
}`;
