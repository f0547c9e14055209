import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

interface Seen {
	method: string | undefined;
	url: string | undefined;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

let shop: TestShop;
let worker: Server;
const seen: Seen[] = [];
let answer = { status: 200, body: '{"received":true}', headers: {} as Record<string, string> };

beforeAll(async () => {
	worker = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method, url, headers } = request;
		seen.push({ method, url, headers, body: Buffer.concat(chunks) });
		response.writeHead(answer.status, { 'x-worker': 'yes', ...answer.headers }).end(answer.body);
	});
	worker.listen(0, '127.0.0.1');
	await once(worker, 'listening');
	const { port } = worker.address() as AddressInfo;
	shop = await startTestShop({ paymentUrl: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
	await shop?.[Symbol.asyncDispose]();
	worker.close();
	worker.closeAllConnections();
});
beforeEach(() => {
	seen.length = 0;
	answer = { status: 200, body: '{"received":true}', headers: {} };
});

const post = (path: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
	fetch(shop.gateway.url + path, { method: 'POST', body, headers });

it('passes an event on byte for byte, with its signature and nothing else of the sender’s', async () => {
	const body = Buffer.from('{ "id":"evt_1",\n"name":"Zoë \\u00e9" }');
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'stripe-signature': 't=1,v1=abc',
		cookie: 'ib_session=x',
		authorization: 'Bearer x',
		'x-ib-context': 'forged',
	};
	const response = await post('/webhooks/stripe?as=admin', body, headers);
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({ received: true });
	expect(response.headers.has('x-worker')).toBe(false);
	const [request] = seen;
	expect(request).toMatchObject({ method: 'POST', url: '/webhooks/stripe' });
	expect(request?.body.equals(body)).toBe(true);
	expect(request?.headers['stripe-signature']).toBe('t=1,v1=abc');
	for (const name of ['cookie', 'authorization', 'x-ib-context'])
		expect(request?.headers).not.toHaveProperty(name);
});

it('passes the worker’s refusal on', async () => {
	answer = { status: 400, body: '{"error":"The signature is not Stripe’s for this body."}', headers: {} };
	const response = await post('/webhooks/stripe', '{}');
	expect(response.status).toBe(400);
	expect(await response.json()).toEqual({ error: 'The signature is not Stripe’s for this body.' });
});

it('passes on when to send it again', async () => {
	answer = { status: 503, body: '{"error":"later"}', headers: { 'retry-after': '10' } };
	const response = await post('/webhooks/stripe', '{}');
	expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
});

it('shows nothing of an answer that is no JSON, or too much of it', async () => {
	for (const body of ['Error: secret at worker.ts:1', JSON.stringify('x'.repeat(20_000))]) {
		answer = { status: 500, body, headers: {} };
		const response = await post('/webhooks/stripe', '{}');
		expect(response.status).toBe(503);
		expect(await response.json()).toEqual({ error: expect.stringContaining('does not answer') });
	}
});

it('takes no more than 256 KiB, told beforehand or not', async () => {
	const large = 'x'.repeat(256 * 1024 + 1);
	expect((await post('/webhooks/stripe', large)).status).toBe(413);
	const stream = new Blob([large]).stream();
	const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
	expect((await fetch(`${shop.gateway.url}/webhooks/stripe`, init)).status).toBe(413);
	expect(seen).toEqual([]);
	expect((await post('/webhooks/stripe', large.slice(1))).status).toBe(200);
});

it('takes only POST, and lets nothing else of the worker be reached', async () => {
	expect((await fetch(`${shop.gateway.url}/webhooks/stripe`)).status).toBe(405);
	const paths = ['/webhooks', '/webhooks/', '/webhooks/stripe/', '/webhooks/stripe/../../metrics'];
	for (const path of [...paths, '/webhooks/metrics', '/webhooks/stripe%2f..%2fmetrics', '/metrics'])
		expect([path, (await post(path, '{}')).status]).toEqual([path, 404]);
	expect(seen).toEqual([]);
});

it('asks to send it again while the worker is away', async () => {
	await using away = await startTestShop({ paymentUrl: 'http://127.0.0.1:9' });
	const response = await fetch(`${away.gateway.url}/webhooks/stripe`, { method: 'POST', body: '{}' });
	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('10');
});
