import { eventually } from '@infinite-blob/testing/eventually';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, type TestShop } from './test-shop.ts';

const query = `subscription Watch($id: ID!) {
	orderStatusChanged(orderId: $id) { status lines { product { name } } }
}`;

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

function watch(authorization: string, id: string, text = query) {
	const url = `${shop.gateway.url.replace('http', 'ws')}/graphql`;
	const connectionParams = { authorization };
	const client = createClient({ url, connectionParams, webSocketImpl: WebSocket, retryAttempts: 0 });
	clients.add(client);
	const results: any[] = [];
	const { promise: ended, resolve } = Promise.withResolvers<unknown>();
	const stop = client.subscribe(
		{ query: text, variables: { id } },
		{ next: (result) => results.push(result), error: resolve, complete: () => resolve('complete') },
	);
	const statuses = () => results.map(({ data }) => data.orderStatusChanged.status);
	return { results, statuses, ended, stop };
}

async function viewer() {
	const { authorization, id } = await shop.session();
	return { authorization, orderId: `order-${id}` };
}

const asked = () => shop.subgraphs.asked.get('products') ?? 0;

it('a null where none may be is an error, which is told and masked', async () => {
	const { authorization, orderId } = await viewer();
	shop.subgraphs.gone.add('p2');
	const { results } = watch(authorization, orderId);
	await eventually(() => expect(results).toHaveLength(1));
	expect(results[0].errors).toEqual([
		expect.objectContaining({
			message: 'Something went wrong on our side.',
			extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
		}),
	]);
	expect(results[0]).not.toHaveProperty('extensions');
});

describe('equal subscriptions of one viewer', () => {
	it('are one at the subgraph, and each event is evaluated once', async () => {
		const { authorization, orderId } = await viewer();
		const watches = Array.from({ length: 5 }, () => watch(authorization, orderId));
		await eventually(() => expect(watches.every(({ results }) => results.length === 1)).toBe(true));
		expect(shop.subgraphs.subscriptionsOpen).toBe(1);
		expect(asked()).toBe(1);
		shop.subgraphs.advance(orderId, 1);
		await eventually(() => expect(watches.every(({ results }) => results.length === 2)).toBe(true));
		expect(asked()).toBe(2);
		shop.subgraphs.advance(orderId, 3);
		for (const { ended, statuses } of watches) {
			expect(await ended).toBe('complete');
			expect(statuses()).toEqual(['PLACED', 'PAID', 'COMPLETED']);
		}
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(0));
	});

	it('begin with the present state when they come later', async () => {
		const { authorization, orderId } = await viewer();
		const first = watch(authorization, orderId);
		await eventually(() => expect(first.statuses()).toEqual(['PLACED']));
		shop.subgraphs.advance(orderId, 1);
		await eventually(() => expect(first.statuses()).toEqual(['PLACED', 'PAID']));
		const second = watch(authorization, orderId);
		await eventually(() => expect(second.statuses()).toEqual(['PAID']));
		expect(shop.subgraphs.subscriptionsOpen).toBe(1);
	});

	it('go on for the others when one stops, and end with the last', async () => {
		const { authorization, orderId } = await viewer();
		const [first, second] = [watch(authorization, orderId), watch(authorization, orderId)];
		await eventually(() => expect([first.results.length, second.results.length]).toEqual([1, 1]));
		first.stop();
		shop.subgraphs.advance(orderId, 1);
		await eventually(() => expect(second.statuses()).toEqual(['PLACED', 'PAID']));
		expect(first.statuses()).toEqual(['PLACED']);
		second.stop();
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(0));
	});

	it('are not shared with another viewer, or with another selection', async () => {
		const [mine, others] = [await viewer(), await viewer()];
		const own = watch(mine.authorization, mine.orderId);
		const foreign = watch(others.authorization, mine.orderId);
		const smaller = watch(mine.authorization, mine.orderId, query.replace('status', 'status number'));
		expect(await foreign.ended).toBe('complete');
		expect(foreign.results[0].errors[0].extensions.code).toBe('ORDER_NOT_FOUND');
		await eventually(() => expect([own.results.length, smaller.results.length]).toEqual([1, 1]));
		expect(shop.subgraphs.subscriptionsOpen).toBe(2);
	});

	it('are counted, at the gateway and at the subgraph', async () => {
		const { authorization, orderId } = await viewer();
		const watches = [watch(authorization, orderId), watch(authorization, orderId)];
		await eventually(() => expect(watches.every(({ results }) => results.length === 1)).toBe(true));
		const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		expect(metrics).toContain('gateway_subscriptions 2');
		expect(metrics).toContain('gateway_upstream_subscriptions 1');
	});
});

it('states that come faster than they can be evaluated give way to the latest', async () => {
	const { authorization, orderId } = await viewer();
	const { statuses, ended } = watch(authorization, orderId);
	await eventually(() => expect(statuses()).toEqual(['PLACED']));
	shop.subgraphs.latencyMs = 100;
	for (const state of [1, 2, 3]) {
		shop.subgraphs.advance(orderId, state);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(await ended).toBe('complete');
	expect(statuses().at(-1)).toBe('COMPLETED');
	expect(statuses()).not.toContain('INVOICED');
});
