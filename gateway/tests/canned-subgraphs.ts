import { EventEmitter, on } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '@infinite-blob/service/start-service';
import type { RequestContext } from '@infinite-blob/session/request-context';
import { startSubgraph } from '@infinite-blob/subgraph/start-subgraph';
import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';

type Handle = (
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
	context: RequestContext,
) => boolean | Promise<boolean>;

type Hanging = 'ads' | 'cart' | 'recommendations';

const statuses = ['PLACED', 'PAID', 'INVOICED', 'COMPLETED'];
const picture = Buffer.from('0123456789');

/**
 * The shop's subgraphs with the real schemas and small answers of their own. Every one listens where it did when it
 * is started again. Products end with "p1", "p2"; the session's own order is "order-SESSION".
 */
export class CannedSubgraphs implements AsyncDisposable {
	readonly #secret: string;
	readonly #running = new Map<string, Service>();
	readonly #ports = new Map<string, number>();
	readonly #orders = new EventEmitter({ captureRejections: true }).setMaxListeners(0);
	/** The present state of orders, by id, as an index into `statuses`. */
	readonly #states = new Map<string, number>();
	/** The contexts that subgraphs were asked with, latest last. */
	readonly contexts: RequestContext[] = [];
	/** The headers that each subgraph was asked with last. */
	readonly headers = new Map<string, IncomingHttpHeaders>();
	/** Emits the name of each subgraph that is asked, as it is. */
	readonly requests = new EventEmitter();
	/** How often each subgraph was asked. */
	readonly asked = new Map<string, number>();
	/** In US cents, where it is not 1200. */
	readonly prices = new Map<string, number>();
	/** How often products were bought, where it is not 0. */
	readonly downloads = new Map<string, number>();
	/** Products that are not found any more, though others still name them. */
	readonly gone = new Set<string>();
	/** How long products take to be found. */
	latencyMs = 0;
	/** What answers nothing until it is taken out. */
	readonly hanging = new Set<Hanging>();
	/** How many carts were cleared. */
	cleared = 0;
	/** Requests for files whose client went away before their end. */
	aborted = 0;
	/** Those that are answered now. */
	streaming = 0;
	subscriptionsOpen = 0;
	upstreamSockets = 0;

	private constructor(secret: string) {
		this.#secret = secret;
	}

	static async start(secret: string): Promise<CannedSubgraphs> {
		const subgraphs = new CannedSubgraphs(secret);
		await Promise.all(
			['products', 'cart', 'orders', 'ads', 'recommendations'].map((name) => subgraphs.startOne(name)),
		);
		return subgraphs;
	}

	urls(): Record<string, string> {
		return Object.fromEntries(Array.from(this.#ports, ([name, port]) => [name, `http://127.0.0.1:${port}`]));
	}

	async stopOne(name: string): Promise<void> {
		const service = this.#running.get(name);
		this.#running.delete(name);
		service?.server.closeAllConnections();
		await service?.[Symbol.asyncDispose]();
	}

	async startOne(name: string): Promise<void> {
		const service = await startSubgraph({
			name,
			host: '127.0.0.1',
			port: this.#ports.get(name) ?? 0,
			logger: pino({ level: 'silent' }),
			serviceSecret: this.#secret,
			schema: new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url),
			resolvers: this.#resolvers()[name],
			context: (context) => {
				this.contexts.push(context);
				this.asked.set(name, (this.asked.get(name) ?? 0) + 1);
				this.requests.emit(name);
				return context;
			},
			handle: this.#handle,
			subscriptions: name === 'orders',
		});
		service.server.on('request', ({ headers }) => this.headers.set(name, headers));
		service.server.on('upgrade', () => this.upstreamSockets++);
		this.#running.set(name, service);
		this.#ports.set(name, service.port);
	}

	/** Moves an order on and tells its watchers. */
	advance(orderId: string, state: number): void {
		this.#states.set(orderId, state);
		this.#orders.emit(orderId);
	}

	async #unlessHanging<T>(name: Hanging, answer: T): Promise<T> {
		while (this.hanging.has(name)) await sleep(20);
		return answer;
	}

	/** The price is read at once, and told when the latency is over: a change meanwhile is not in it. */
	async #product(id: string) {
		if (this.gone.has(id)) return null;
		const price = { amount: this.prices.get(id) ?? 1200, currency: 'USD' };
		if (this.latencyMs > 0) await sleep(this.latencyMs);
		const handle = `handle-${id}`;
		const downloads = this.downloads.get(id) ?? 0;
		return { __typename: 'Product', id, handle, name: `Product ${id}`, tags: ['vase'], price, downloads };
	}

	#order(id: string) {
		const state = this.#states.get(id) ?? 0;
		return {
			__typename: 'Order',
			id,
			number: 'IB-000001',
			status: statuses[state],
			lines: [
				{ id: 'l1', name: 'First', quantity: 2, product: { id: 'p1' } },
				{ id: 'l2', name: 'Second', quantity: 1, product: { id: 'p2' } },
			],
			timeline: statuses.slice(0, state + 1).map((status, at) => ({ status, at })),
			updatedAt: state,
		};
	}

	/** No generator: one that waits for an event cannot be ended. */
	#watch(id: string): AsyncIterableIterator<unknown> {
		const changes = on(this.#orders, id);
		let told = -1;
		this.subscriptionsOpen++;
		const end = () => {
			if (told < statuses.length) this.subscriptionsOpen--;
			told = statuses.length;
			return { done: true, value: undefined } as const;
		};
		return {
			next: async () => {
				if (told >= statuses.length - 1) return end();
				if (told >= 0 && (await changes.next()).done) return end();
				told = this.#states.get(id) ?? 0;
				return { done: false, value: this.#order(id) };
			},
			return: async () => {
				await changes.return?.();
				return end();
			},
			[Symbol.asyncIterator]() {
				return this;
			},
		};
	}

	#resolvers(): Record<string, any> {
		return {
			products: {
				Query: {
					product: async (_: unknown, { id }: { id: string }) => {
						if (id === 'broken') throw new Error('secret: cannot reach redis://user:password@host');
						if (id === 'refused') {
							throw new GraphQLError('Give one of them.', { extensions: { code: 'BAD_USER_INPUT' } });
						}
						if (id === 'slow') await sleep(500);
						return this.#product(id);
					},
				},
				Product: { __resolveReference: ({ id }: { id: string }) => this.#product(id) },
			},
			cart: {
				Query: {
					cart: (_: unknown, __: unknown, { viewer }: SubgraphContext) => {
						const id = requireSession(viewer);
						return { id, lines: [], totalQuantity: 0, currency: 'USD', notices: [], updatedAt: 0 };
					},
				},
				Mutation: {
					clearCart: async () => {
						await this.#unlessHanging('cart', undefined);
						this.cleared++;
						return { userErrors: [] };
					},
				},
			},
			orders: {
				Subscription: {
					orderStatusChanged: {
						subscribe: (_: unknown, { orderId }: { orderId: string }, { viewer }: SubgraphContext) => {
							if (orderId !== `order-${requireSession(viewer)}`) {
								throw new GraphQLError('There is no such order.', {
									extensions: { code: 'ORDER_NOT_FOUND' },
								});
							}
							return this.#watch(orderId);
						},
						resolve: (order: unknown) => order,
					},
				},
			},
			ads: {
				Product: {
					__resolveReference: ({ id }: { id: string }) => ({ id }),
					ad: ({ id }: { id: string }) =>
						this.#unlessHanging('ads', {
							id: `ad-${id}`,
							text: 'Look',
							product: { id: 'p2' },
							clickUrl: 'http://localhost:4000/ads/c1',
						}),
				},
			},
			recommendations: {
				Query: { trending: () => [{ id: 'p1' }, { id: 'p2' }] },
				Product: {
					__resolveReference: ({ id }: { id: string }) => ({ id }),
					similar: () => this.#unlessHanging('recommendations', [{ id: 'p2' }, { id: 'p3' }]),
				},
			},
		};
	}

	#handle: Handle = async (request, response, url, context) => {
		this.contexts.push(context);
		if (url.pathname === '/ads/c1') {
			response.writeHead(302, { location: 'http://localhost:3000/products/p1' }).end();
			return true;
		}
		if (url.pathname === '/media/endless' || url.pathname === '/media/unfinished') {
			response.writeHead(200, { 'content-type': 'application/octet-stream' });
			response.write(picture);
			this.streaming++;
			response.once('close', () => {
				this.streaming--;
				this.aborted++;
			});
			if (url.pathname === '/media/unfinished') return true;
			const endless = new Readable({ read: () => endless.push(Buffer.alloc(16 * 1024)) });
			endless.pipe(response);
			response.once('close', () => endless.destroy());
			return true;
		}
		if (url.pathname === '/media/headers') {
			response.setHeader('content-type', 'application/json').setHeader('vary', 'Accept');
			response.end(JSON.stringify(request.headers));
			return true;
		}
		if (url.pathname !== '/media/picture.webp') return false;
		const headers = { 'content-type': 'image/webp', etag: '"v1"', 'cache-control': 'public, immutable' };
		if (request.headers['if-none-match'] === '"v1"') {
			response.writeHead(304, headers).end();
			return true;
		}
		const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
		const part = range ? picture.subarray(Number(range[1]), Number(range[2]) + 1) : picture;
		response.writeHead(range ? 206 : 200, {
			...headers,
			'content-length': part.length,
			...(range ? { 'content-range': `bytes ${range[1]}-${range[2]}/${picture.length}` } : {}),
		});
		response.end(request.method === 'HEAD' ? undefined : part);
		return true;
	};

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(Array.from(this.#running.keys(), (name) => this.stopOne(name)));
	}
}
