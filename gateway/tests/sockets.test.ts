import { eventually } from '@infinite-blob/testing/eventually';
import type { GraphQLFormattedError } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, storefront, type TestShop } from './test-shop.ts';

let shop: TestShop;
const clients = new Set<{ dispose(): unknown }>();
beforeEach(async () => {
	shop = await startTestShop();
});
afterEach(async () => {
	for (const client of clients) await client.dispose();
	clients.clear();
	await shop?.[Symbol.asyncDispose]();
});

const address = () => `${shop.gateway.url.replace('http', 'ws')}/graphql`;

function connect(connectionParams: Record<string, unknown>, headers: Record<string, string> = {}) {
	class Socket extends WebSocket {
		constructor(url: string, protocol: string) {
			super(url, protocol, { headers });
		}
	}
	const client = createClient({ url: address(), connectionParams, webSocketImpl: Socket, retryAttempts: 0 });
	clients.add(client);
	return client;
}

/** Watches an operation's results; `ended` is 'complete' or what it failed with. */
function watch(client: ReturnType<typeof createClient>, payload: SubscribePayload) {
	const results: { data?: unknown; errors?: readonly { extensions?: unknown; message: string }[] }[] = [];
	const { promise: ended, resolve } = Promise.withResolvers<unknown>();
	const stop = client.subscribe(payload, {
		next: (result) => results.push(result as (typeof results)[number]),
		error: resolve,
		complete: () => resolve('complete'),
	});
	return { results, ended, stop };
}

const live = `subscription Live($id: ID!, $names: Boolean = true) {
	order: orderStatusChanged(orderId: $id) {
		status
		lines { quantity product { id ...Names @include(if: $names) } }
	}
}
fragment Names on Product { title: name similar { name } }`;

async function viewer() {
	const session = await shop.session();
	return {
		...session,
		orderId: `order-${session.id}`,
		client: connect({ authorization: session.authorization }),
	};
}

describe('orderStatusChanged', () => {
	it('tells the state at once and each change, with fields of other subgraphs, to its end', async () => {
		const { client, orderId } = await viewer();
		const { results, ended } = watch(client, { query: live, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		expect(results[0]).toEqual({
			data: {
				order: {
					status: 'PLACED',
					lines: [
						{
							quantity: 2,
							product: {
								id: 'p1',
								title: 'Product p1',
								similar: [{ name: 'Product p2' }, { name: 'Product p3' }],
							},
						},
						{
							quantity: 1,
							product: {
								id: 'p2',
								title: 'Product p2',
								similar: [{ name: 'Product p2' }, { name: 'Product p3' }],
							},
						},
					],
				},
			},
		});
		shop.subgraphs.advance(orderId, 1);
		await eventually(() => expect(results).toHaveLength(2));
		shop.subgraphs.advance(orderId, 3);
		expect(await ended).toBe('complete');
		expect(results.map(({ data }) => (data as { order: { status: string } }).order.status)).toEqual([
			'PLACED',
			'PAID',
			'COMPLETED',
		]);
	});

	it('heeds @include, and asks for each event in the name of the viewer', async () => {
		const { client, id, orderId } = await viewer();
		const { results } = watch(client, { query: live, variables: { id: orderId, names: false } });
		await eventually(() => expect(results).toHaveLength(1));
		expect(results[0]?.data).toEqual({
			order: {
				status: 'PLACED',
				lines: [
					{ quantity: 2, product: { id: 'p1' } },
					{ quantity: 1, product: { id: 'p2' } },
				],
			},
		});
		expect(shop.subgraphs.contexts.at(-1)?.viewer).toEqual({ kind: 'session', sessionId: id });
	});

	it('tells of every change, even of one that shows in none of the selected fields', async () => {
		const { client, orderId } = await viewer();
		const query =
			'subscription ($id: ID!) { orderStatusChanged(orderId: $id) { lines { product { name } } } }';
		const { results, ended } = watch(client, { query, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		shop.subgraphs.advance(orderId, 3);
		expect(await ended).toBe('complete');
		expect(results).toHaveLength(2);
	});

	it('is told apart from one that does not exist by nothing', async () => {
		const { client } = await viewer();
		const another = await viewer();
		for (const id of [another.orderId, 'nonsense']) {
			const { results, ended } = watch(client, { query: live, variables: { id } });
			expect(await ended).toBe('complete');
			expect(results).toHaveLength(1);
			expect(results[0]?.errors).toEqual([
				{
					message: 'There is no such order.',
					path: ['order'],
					extensions: { code: 'ORDER_NOT_FOUND', requestId: expect.any(String) },
				},
			]);
		}
	});

	it('needs a session', async () => {
		const { results, ended } = watch(connect({}), { query: live, variables: { id: 'order-x' } });
		expect(await ended).toBe('complete');
		expect(results[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
	});

	it('goes on with nulls and errors while another subgraph is down', async () => {
		await shop.subgraphs.stopOne('recommendations');
		const { client, orderId } = await viewer();
		const { results } = watch(client, { query: live, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		expect(results[0]?.data).toMatchObject({
			order: { status: 'PLACED', lines: [{ product: { title: 'Product p1', similar: null } }, {}] },
		});
		expect(results[0]?.errors?.map((error) => (error as { path?: unknown }).path)).toEqual([
			['order', 'lines', 0, 'product', 'similar'],
			['order', 'lines', 1, 'product', 'similar'],
		]);
	});

	it('survives a restart of the subgraph, without a state told twice', async () => {
		const { client, orderId } = await viewer();
		const { results, ended } = watch(client, { query: live, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		await shop.subgraphs.stopOne('orders');
		await shop.subgraphs.startOne('orders');
		await eventually(() => expect(shop.subgraphs.upstreamSockets).toBe(2));
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(1));
		shop.subgraphs.advance(orderId, 3);
		expect(await ended).toBe('complete');
		expect(results.map(({ data }) => (data as { order: { status: string } }).order.status)).toEqual([
			'PLACED',
			'COMPLETED',
		]);
	});

	it('stops while the subgraph is away and its viewers are leaving', async () => {
		const { client, orderId } = await viewer();
		const { results } = watch(client, { query: live, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		await shop.subgraphs.stopOne('orders');
		await expect(shop.gateway[Symbol.asyncDispose]()).resolves.toBeUndefined();
	});

	it('takes one socket to the subgraph for all viewers, and ends there when the viewer stops', async () => {
		const viewers = await Promise.all([viewer(), viewer(), viewer()]);
		const watched = viewers.map(({ client, orderId }) =>
			watch(client, { query: live, variables: { id: orderId } }),
		);
		await eventually(() => expect(watched.every(({ results }) => results.length === 1)).toBe(true));
		expect(shop.subgraphs.upstreamSockets).toBe(1);
		expect(shop.subgraphs.subscriptionsOpen).toBe(3);
		watched[0]?.stop();
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(2));
		await viewers[1]?.client.dispose();
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(1));
	});

	it('is refused by an error message when it has too many tokens', async () => {
		const { client } = await viewer();
		const { results, ended } = watch(client, { query: `{ product(id: ${'['.repeat(20_000)}` });
		const [error] = (await ended) as GraphQLFormattedError[];
		expect(error?.extensions).toMatchObject({ code: 'TOO_MANY_TOKENS', limit: 2_000, asked: 20_000 });
		expect(results).toEqual([]);
	});

	it('is refused by an error message when it is not valid', async () => {
		const { client } = await viewer();
		const cases: [SubscribePayload, string][] = [
			[{ query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
			[{ query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
			[{ query: live, variables: {} }, 'BAD_USER_INPUT'],
			[{ query: live, variables: { id: '1' }, operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE'],
			[{ query: `{ product(id: ${'['.repeat(1_900)}` }, 'GRAPHQL_PARSE_FAILED'],
			[
				{ query: 'subscription ($s: Boolean!) { orderStatusChanged(orderId: "1") @skip(if: $s) { id } }' },
				'GRAPHQL_VALIDATION_FAILED',
			],
		];
		for (const [payload, code] of cases) {
			const { results, ended } = watch(client, payload);
			const [error] = (await ended) as GraphQLFormattedError[];
			expect(error?.extensions).toEqual({ code, requestId: expect.any(String) });
			expect(results).toEqual([]);
		}
	});
});

describe('a socket', () => {
	it('runs queries and mutations as well', async () => {
		const { client, id } = await viewer();
		const query = watch(client, { query: '{ cart { id } product(id: "broken") { name } }' });
		expect(await query.ended).toBe('complete');
		expect(query.results[0]).toMatchObject({
			data: { cart: { id }, product: null },
			errors: [{ message: 'Something went wrong on our side.', path: ['product'] }],
		});
		const mutation = watch(client, { query: 'mutation { createSession { token } }' });
		expect(await mutation.ended).toBe('complete');
		expect(mutation.results[0]?.data).toMatchObject({ createSession: { token: expect.any(String) } });
	});

	it('is closed with 4403 when its token is malformed or forged', async () => {
		for (const params of [
			{ authorization: 'Bearer nonsense' },
			{ Authorization: 'nonsense' },
			{ authorization: 7 },
		]) {
			const { ended } = watch(connect(params), { query: '{ cart { id } }' });
			expect(await ended).toMatchObject({
				code: 4403,
				reason: 'Forbidden: the token is malformed, forged or expired',
			});
		}
		const cookie = { cookie: 'ib_session=nonsense', origin: storefront };
		const { ended } = watch(connect({}, cookie), { query: '{ cart { id } }' });
		expect(await ended).toMatchObject({ code: 4403 });
	});

	it('may belong to the session of the storefront’s cookie', async () => {
		const { token, id } = await shop.session();
		const client = connect({}, { cookie: `ib_session=${token}`, origin: storefront });
		const { results, ended } = watch(client, { query: '{ cart { id } }' });
		expect(await ended).toBe('complete');
		expect(results[0]?.data).toEqual({ cart: { id } });
	});

	it('is not opened for a page of a foreign origin, or at another address', async () => {
		const { token } = await shop.session();
		const statusOf = (url: string, headers: Record<string, string>) =>
			new Promise((resolve) => {
				const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
				socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
				socket.on('open', () => resolve('open'));
				socket.on('error', () => {});
			});
		const cookie = `ib_session=${token}`;
		expect(await statusOf(address(), { cookie, origin: 'https://evil.example' })).toBe(403);
		expect(await statusOf(address(), { cookie, origin: 'null' })).toBe(403);
		expect(await statusOf(address().replace('/graphql', '/other'), {})).toBe(404);
		expect(await statusOf(address(), { origin: shop.gateway.url })).toBe('open');
	});

	it('is closed when a message is too large', async () => {
		const { client } = await viewer();
		const { ended } = watch(client, { query: `{ cart { id } } #${'x'.repeat(70_000)}` });
		expect(await ended).toMatchObject({ code: 1009 });
	});

	it('is closed with a code that makes clients come back when the gateway stops, soon', async () => {
		const { client, orderId } = await viewer();
		const { results, ended } = watch(client, { query: live, variables: { id: orderId } });
		await eventually(() => expect(results).toHaveLength(1));
		const before = performance.now();
		await shop.gateway[Symbol.asyncDispose]();
		expect(performance.now() - before).toBeLessThan(4_000);
		expect(await ended).toMatchObject({ code: 1012 });
	});
});
