import { eventually } from '@infinite-blob/testing/eventually';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const socketAddress = () => `${shop.gateway.url.replace('http', 'ws')}/graphql`;
const lines = (message: string) =>
	shop.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message);

/** What the log has of what is done. */
async function logged(message: string, act: () => Promise<unknown>) {
	shop.log.length = 0;
	await act();
	return eventually(() => {
		const [line, ...more] = lines(message);
		expect(more).toEqual([]);
		expect(line).toBeDefined();
		return line;
	});
}

describe('the access log', () => {
	it('has a line for a request, with the operation and no code', async () => {
		const line = await logged('request', () => shop.ask('query Name { product(id: "p1") { name } }'));
		expect(line).toMatchObject({
			method: 'POST',
			path: '/graphql',
			status: 200,
			viewer: 'anonymous',
			operation: 'Name',
		});
		expect(line).not.toHaveProperty('code');
	});

	it.each([
		['that is refused', '{ nothing }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
		['that fails', '{ cart { id } }', {}, 200, 'UNAUTHENTICATED'],
		['with a bad token', '{ cart { id } }', { authorization: 'Bearer x' }, 401, 'UNAUTHENTICATED'],
	])('has the code of a request %s', async (_, query, headers, status, code) => {
		const line = await logged('request', () => shop.ask(query, {}, headers));
		expect(line).toMatchObject({ status, code });
	});

	it.each([
		['runs', 'query Name { product(id: "p1") { name } }', { operation: 'Name', ms: expect.any(Number) }],
		['is refused', '{ nothing }', { code: 'GRAPHQL_VALIDATION_FAILED' }],
		['fails', '{ cart { id } }', { code: 'UNAUTHENTICATED', ms: expect.any(Number) }],
	])('has a line for an operation on a socket that %s', async (_, query, expected) => {
		const client = createClient({ url: socketAddress(), webSocketImpl: WebSocket, retryAttempts: 0 });
		const done = () =>
			new Promise<void>((resolve) => {
				client.subscribe({ query }, { next: () => {}, error: () => resolve(), complete: resolve });
			});
		expect(await logged('operation on a socket', done)).toMatchObject({ viewer: 'anonymous', ...expected });
		await client.dispose();
	});

	it('has a line for a socket that is refused', async () => {
		const line = await logged('socket refused', async () => {
			const socket = new WebSocket(socketAddress(), 'graphql-transport-ws', {
				origin: 'https://evil.example',
			});
			await new Promise((resolve) => socket.on('error', resolve));
		});
		expect(line).toMatchObject({ status: 403, origin: 'https://evil.example' });
	});
});
