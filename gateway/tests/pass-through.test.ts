import { request } from 'node:http';
import { createConnection } from 'node:net';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const get = (path: string, init: RequestInit = {}) =>
	fetch(shop.gateway.url + path, { redirect: 'manual', ...init });

/** Asks for a path as it is, which fetch would tidy up. */
function raw(path: string): Promise<number> {
	return new Promise((resolve, reject) => {
		request(shop.gateway.url, { path }, (response) => resolve(response.resume().statusCode ?? 0))
			.on('error', reject)
			.end();
	});
}

describe('a picture', () => {
	it('comes with its headers, and none of the connection’s', async () => {
		const response = await get('/media/picture.webp');
		expect(await response.text()).toBe('0123456789');
		expect(response.headers.get('content-type')).toBe('image/webp');
		expect(response.headers.get('cache-control')).toBe('public, immutable');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	it('comes in parts when asked so', async () => {
		const response = await get('/media/picture.webp', { headers: { range: 'bytes=2-4' } });
		expect(response.status).toBe(206);
		expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
		expect(await response.text()).toBe('234');
	});

	it('does not come twice', async () => {
		const response = await get('/media/picture.webp', { headers: { 'if-none-match': '"v1"' } });
		expect(response.status).toBe(304);
	});

	it('answers HEAD with its length alone', async () => {
		const response = await get('/media/picture.webp', { method: 'HEAD' });
		expect(response.headers.get('content-length')).toBe('10');
		expect(await response.text()).toBe('');
	});

	it('comes in the format that the client asks for, which caches are told', async () => {
		const accept = 'image/avif,image/webp,*/*;q=0.8';
		for (const origin of [undefined, 'http://localhost:3000']) {
			const response = await get('/media/headers', { headers: { accept, ...(origin && { origin }) } });
			expect(await response.json()).toMatchObject({ accept });
			expect(response.headers.get('vary')?.split(/,\s*/)).toContain('Accept');
		}
	});

	it('is there even for an expired session', async () => {
		const response = await get('/media/picture.webp', { headers: { cookie: 'ib_session=expired' } });
		expect(response.status).toBe(200);
		expect(shop.subgraphs.contexts.at(-1)?.viewer).toEqual({ kind: 'anonymous' });
	});

	it('is not waited for any longer when the client went away', async () => {
		const abort = new AbortController();
		const response = await get('/media/endless', { signal: abort.signal });
		await response.body?.getReader().read();
		abort.abort();
		await eventually(() => expect(shop.subgraphs.aborted).toBe(1));
	});
});

it('tells subgraphs no cookies and no contexts of the client’s', async () => {
	const headers = {
		cookie: 'ib_session=x',
		authorization: 'Bearer x',
		'x-ib-context': 'forged',
		'x-other': '1',
	};
	const seen = (await (await get('/media/headers', { headers })).json()) as Record<string, string>;
	expect(seen).not.toHaveProperty('cookie');
	expect(seen).not.toHaveProperty('authorization');
	expect(seen).not.toHaveProperty('x-other');
	expect(seen['x-ib-context']).not.toBe('forged');
});

it('passes a redirect on and does not follow it', async () => {
	const response = await get('/ads/c1');
	expect(response.status).toBe(302);
	expect(response.headers.get('location')).toBe('http://localhost:3000/products/p1');
});

it('takes no other method', async () => {
	expect((await get('/media/picture.webp', { method: 'POST', body: 'x' })).status).toBe(405);
	expect((await get('/files/x', { method: 'DELETE' })).status).toBe(405);
});

it('answers 503 in JSON while the subgraph is away', async () => {
	await shop.subgraphs.stopOne('ads');
	const response = await get('/ads/c1');
	expect(response.status).toBe(503);
	expect(await response.json()).toEqual({ error: expect.stringContaining('does not answer') });
	await shop.subgraphs.startOne('ads');
});

describe('a path that tries to leave its folder', () => {
	const attempts = [
		'/media/../graphql',
		'/media/../../etc/passwd',
		'/media/%2e%2e/graphql',
		'/media/..%2fgraphql',
		'/media/%2E%2E%2Fgraphql',
		'/media/%252e%252e/graphql',
		'/media/..%5cgraphql',
		'/media/..\\graphql',
		'/media//graphql',
		'/media/x%00.webp',
		'/files/./../graphql',
	];
	for (const attempt of attempts) {
		it(`is refused: ${attempt}`, async () => {
			const asked = shop.subgraphs.contexts.length;
			expect(await raw(attempt)).toBeGreaterThanOrEqual(400);
			expect(shop.subgraphs.contexts).toHaveLength(asked);
		});
	}
});

describe('whoever asks for much and reads nothing of it', () => {
	const greedy = (count: number, file: 'endless' | 'unfinished') => {
		const { port, hostname } = new URL(patient.gateway.url);
		const socket = createConnection(Number(port), hostname).pause();
		socket.on('error', () => {});
		const ask = `GET /media/${file} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 6.6.6.6\r\n\r\n`;
		socket.write(ask.repeat(count));
		return socket;
	};
	const picture = async (address: string) => {
		const headers = { 'x-forwarded-for': address };
		const { status } = await fetch(`${patient.gateway.url}/media/picture.webp`, { headers });
		return status;
	};
	let patient: TestShop;
	const open = async (bodyTimeoutMs: number) => {
		patient = await startTestShop({ headersTimeoutMs: 400, bodyTimeoutMs, trustProxy: true });
	};
	afterEach(() => patient?.[Symbol.asyncDispose]());

	it('is cut off', async () => {
		await open(500);
		const socket = greedy(1, 'endless');
		await eventually(() => expect(patient.subgraphs.aborted).toBe(1));
		socket.destroy();
	});

	it('and then reads gets all that was asked for over one connection, one after the other', async () => {
		await open(30_000);
		const { port, hostname } = new URL(patient.gateway.url);
		const socket = createConnection(Number(port), hostname);
		const ask = (last: boolean) =>
			`GET /media/picture.webp HTTP/1.1\r\nhost: x\r\n${last ? 'connection: close\r\n' : ''}\r\n`;
		socket.write(ask(false).repeat(19) + ask(true));
		const answers = (await socket.toArray()).join('');
		expect(answers.match(/HTTP\/1.1 200 OK\r/g)).toHaveLength(20);
		expect(answers.match(/0123456789/g)).toHaveLength(20);
	});

	it('many times over one connection holds up nobody', async () => {
		await open(30_000);
		const socket = greedy(300, 'unfinished');
		await eventually(() => expect(patient.subgraphs.streaming).toBe(1));
		expect(await picture('6.6.6.6')).toBe(200);
		socket.destroy();
		await eventually(() => expect(patient.subgraphs.streaming).toBe(0));
	});

	it('over many connections holds up nobody else', async () => {
		await open(30_000);
		const sockets = Array.from({ length: 140 }, () => greedy(1, 'unfinished'));
		await eventually(() => expect(patient.subgraphs.streaming).toBe(128));
		expect(await picture('6.6.6.6')).toBe(503);
		expect(await picture('9.9.9.9')).toBe(200);
		for (const socket of sockets) socket.destroy();
		await eventually(async () => expect(await picture('6.6.6.6')).toBe(200));
	});
});
