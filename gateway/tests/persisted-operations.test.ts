import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Gateway } from '../src/start-gateway.ts';
import { adminToken, startTestShop, type TestShop } from './test-shop.ts';

const query = 'query Listed { product(id: "p1") { name } }';
const other = 'query Other { trending { name } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const extensions = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

let shop: TestShop;
beforeEach(async () => {
	shop = await startTestShop();
});
afterEach(() => shop?.[Symbol.asyncDispose]());

async function post(gateway: Gateway, body: object, headers: Record<string, string> = {}) {
	const response = await fetch(`${gateway.url}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return { status: response.status, answer: (await response.json()) as { data?: any; errors?: any[] } };
}

function listed(...texts: string[]): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'manifests-'));
	const operations = texts.map((body) => ({ id: sha256(body), name: 'Listed', type: 'query', body }));
	const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
	writeFileSync(path.join(folder, 'shop.json'), JSON.stringify(manifest));
	return folder;
}

describe('automatic persisted queries', () => {
	it('are kept once a client has sent text and hash, for all gateways', async () => {
		const unknown = await post(shop.gateway, { extensions: extensions(query) });
		expect(unknown).toMatchObject({
			status: 200,
			answer: {
				errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
			},
		});
		const registered = await post(shop.gateway, { query, extensions: extensions(query) });
		expect(registered.answer).toEqual({ data: { product: { name: 'Product p1' } } });
		expect((await post(shop.gateway, { extensions: extensions(query) })).answer.data).toBeDefined();
		const { gateway } = await shop.another();
		await eventually(async () =>
			expect((await post(gateway, { extensions: extensions(query) })).answer.data).toBeDefined(),
		);
	});

	it('may be asked for by GET, with variables', async () => {
		const text = 'query ($id: ID!) { product(id: $id) { name } }';
		await post(shop.gateway, { query: text, extensions: extensions(text), variables: { id: 'p1' } });
		const parameters = new URLSearchParams({
			extensions: JSON.stringify(extensions(text)),
			variables: JSON.stringify({ id: 'p2' }),
		});
		const response = await fetch(`${shop.gateway.url}/graphql?${parameters}`, {
			headers: { 'apollo-require-preflight': '1' },
		});
		expect(await response.json()).toEqual({ data: { product: { name: 'Product p2' } } });
	});

	it('are kept for a day', async () => {
		await post(shop.gateway, { query, extensions: extensions(query) });
		const redis = await connectRedis(shop.redisUrl, 'test');
		const ttl = await eventually(async () => {
			const seconds = await redis.ttl(`gateway:apq:${sha256(query)}`);
			expect(seconds).toBeGreaterThan(0);
			return seconds;
		});
		expect(ttl).toBeGreaterThan(86_000);
		disconnect(redis);
	});

	it('are not kept when they are not valid, or too large', async () => {
		const redis = await connectRedis(shop.redisUrl, 'test');
		for (const text of [
			'{ nothing }',
			'{ product(',
			`{ ${'trending { similar { '.repeat(7)}${'} } '.repeat(7)} }`,
		]) {
			expect((await post(shop.gateway, { query: text, extensions: extensions(text) })).status).toBe(400);
			expect(await redis.exists(`gateway:apq:${sha256(text)}`)).toBe(0);
			const again = await post(shop.gateway, { extensions: extensions(text) });
			expect(again.answer.errors?.[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
		}
		disconnect(redis);
	});
});

it('a text that is very long runs, and is not kept', async () => {
	const text = `${query} # ${'x'.repeat(40_000)}`;
	expect((await post(shop.gateway, { query: text, extensions: extensions(text) })).status).toBe(200);
	const again = await post(shop.gateway, { extensions: extensions(text) });
	expect(again.answer.errors?.[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

describe('the operations of the manifest', () => {
	it('run by their hash without being registered', async () => {
		const { gateway } = await shop.another({ manifestsFolder: listed(query) });
		expect((await post(gateway, { extensions: extensions(query) })).answer.data.product.name).toBe(
			'Product p1',
		);
	});

	it('are planned before the first request', async () => {
		const { gateway, log } = await shop.another({ manifestsFolder: listed(query, 'query Bad { nothing }') });
		expect(log.join('')).toContain('a listed operation is not valid');
		expect((await post(gateway, { query })).status).toBe(200);
	});

	it('must bear the hash of their text', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'manifests-'));
		const operations = [{ id: sha256(other), name: 'Listed', type: 'query', body: query }];
		const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
		writeFileSync(path.join(folder, 'shop.json'), JSON.stringify(manifest));
		await expect(shop.another({ manifestsFolder: folder })).rejects.toThrow('another hash than its own');
	});
});

describe('with PERSISTED_ONLY', () => {
	let only: Awaited<ReturnType<TestShop['another']>>;
	beforeEach(async () => {
		only = await shop.another({ manifestsFolder: listed(query), persistedOnly: true });
	});

	it('the listed operations run, by hash and by text', async () => {
		for (const body of [
			{ query },
			{ extensions: extensions(query) },
			{ query, extensions: extensions(query) },
		])
			expect((await post(only.gateway, body)).answer).toEqual({ data: { product: { name: 'Product p1' } } });
	});

	it('no other runs, however it is sent', async () => {
		await post(shop.gateway, { query: other, extensions: extensions(other) });
		shop.subgraphs.contexts.length = 0;
		const bodies = [
			{ query: other },
			{ extensions: extensions(other) },
			{ query: other, extensions: extensions(other) },
			{ query: `${query} ` },
			{ query: `${query} ${other}`, operationName: 'Listed' },
		];
		for (const body of bodies) {
			expect(await post(only.gateway, body)).toMatchObject({
				status: 400,
				answer: { errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] },
			});
		}
		expect(shop.subgraphs.contexts).toEqual([]);
	});

	it('no other runs over a socket', async () => {
		const url = `${only.gateway.url.replace('http', 'ws')}/graphql`;
		const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
		const run = (payload: { query: string }) =>
			new Promise((resolve) => {
				client.subscribe(payload, { next: resolve, error: resolve, complete: () => {} });
			});
		expect(await run({ query })).toMatchObject({ data: { product: { name: 'Product p1' } } });
		expect(await run({ query: other })).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }]);
		await client.dispose();
	});

	it('the admin runs any, to run the shop', async () => {
		const authorization = `Bearer ${adminToken}`;
		const { answer } = await post(only.gateway, { query: other }, { authorization });
		expect(answer.data.trending).toHaveLength(2);
	});
});
