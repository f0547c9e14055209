import { once } from 'node:events';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KillableProcess } from '@infinite-blob/testing/killable-process';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CannedSubgraphs } from './canned-subgraphs.ts';
import { adminToken, serviceSecret, sessionSecret, supergraphFile } from './test-shop.ts';

let subgraphs: CannedSubgraphs;
let redis: TestRedis;
let file: string;
let gateway: KillableProcess;
beforeEach(async () => {
	subgraphs = await CannedSubgraphs.start(serviceSecret);
	redis = await startTestRedis();
	file = path.join(mkdtempSync(path.join(tmpdir(), 'ib-gateway-')), 'supergraph.graphql');
	const urls = Object.entries(subgraphs.urls()).map(([name, url]) => [`${name.toUpperCase()}_URL`, url]);
	gateway = new KillableProcess(new URL('../src/main.ts', import.meta.url), {
		...Object.fromEntries(urls),
		GATEWAY_PORT: 0,
		GATEWAY_METRICS_PORT: 0,
		REDIS_URL: redis.url,
		SUPERGRAPH_FILE: file,
		SESSION_SECRET: sessionSecret,
		SERVICE_SECRET: serviceSecret,
		ADMIN_TOKEN: adminToken,
		LOG_LEVEL: 'info',
		LOG_FORMAT: 'json',
	});
});
afterEach(async () => {
	await gateway?.[Symbol.asyncDispose]();
	await subgraphs?.[Symbol.asyncDispose]();
	await redis?.[Symbol.asyncDispose]();
});

/** @returns its address */
async function start(): Promise<string> {
	copyFileSync(supergraphFile, file);
	// The metrics listen first.
	const listening = gateway.says(/"listening".+"url":"([^"]+)","msg":"listening"/s);
	gateway.start();
	return (await listening)[1]!;
}

function ask(url: string, query: string): Promise<Response> {
	return fetch(`${url}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ query }),
	});
}

describe('the gateway’s process', () => {
	it('answers what it has begun when it is told to stop, sends sockets elsewhere, and ends', async () => {
		const url = await start();
		const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
		await once(socket, 'open');
		socket.send('{"type":"connection_init"}');
		await once(socket, 'message');
		const closed = once(socket, 'close');
		const isAsked = once(subgraphs.requests, 'products');
		const answer = ask(url, '{ product(id: "slow") { name } }');
		await isAsked;
		const ended = gateway.ended();
		gateway.signal('SIGTERM');
		expect((await closed)[0]).toBe(1012);
		expect(await (await answer).json()).toEqual({ data: { product: { name: 'Product slow' } } });
		expect(await ended).toBe(0);
		await expect(ask(url, '{ __typename }')).rejects.toThrow();
	});

	it('reads the supergraph again on SIGHUP', async () => {
		const url = await start();
		const refused = /the supergraph cannot be used/;
		const whenChanged = gateway.says(refused);
		writeFileSync(file, 'type Query {');
		await whenChanged;
		const whenTold = gateway.says(refused);
		gateway.signal('SIGHUP');
		await whenTold;
		expect((await ask(url, '{ product(id: "p1") { name } }')).status).toBe(200);
	});

	it.each([
		['is not there', undefined, 'ENOENT'],
		['is no GraphQL', 'type Query {', 'Syntax Error'],
		['is another schema', 'type Query { product: Int }', 'Invalid supergraph'],
	])('does not start with a supergraph that %s, and says so in a line', async (_, text, problem) => {
		if (text !== undefined) writeFileSync(file, text);
		gateway.start();
		expect(await gateway.ended()).toBe(1);
		const said = gateway.said.trim();
		expect(said).toMatch(/^gateway: SUPERGRAPH_FILE: .+ cannot be used \(.+\)\.$/);
		expect(said).toContain(file);
		expect(said).toContain(problem);
	});
});
