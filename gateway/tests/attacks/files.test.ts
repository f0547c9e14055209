import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());
beforeEach(() => {
	shop.subgraphs.contexts.length = 0;
});

/** Asks for a path as it is, which fetch would tidy up. */
const raw = (path: string) =>
	new Promise<number>((resolve, reject) => {
		request(shop.gateway.url, { path }, (response) => resolve(response.resume().statusCode ?? 0))
			.on('error', reject)
			.end();
	});

const climbs = [
	'../../etc/passwd',
	'..%2f..%2fetc%2fpasswd',
	'%2e%2e/%2e%2e/etc/passwd',
	'%252e%252e%252f%252e%252e%252fetc%252fpasswd',
	'..%5c..%5cetc%5cpasswd',
	'..\\..\\etc\\passwd',
	'....//....//etc/passwd',
	'%c0%ae%c0%ae/etc/passwd',
	'x%00.webp',
	'./x.webp',
	'x/../../graphql',
	'x/..',
	'..;/graphql',
	'//etc/passwd',
];

describe('paths that climb', () => {
	for (const folder of ['media', 'files', 'files/download', 'files/invoice', 'ads', 'playground/assets']) {
		it(`out of /${folder} lead nowhere`, async () => {
			for (const climb of climbs)
				expect([climb, await raw(`/${folder}/${climb}`)]).toEqual([
					climb,
					expect.toSatisfy((status: number) => status === 400 || status === 404),
				]);
			expect(shop.subgraphs.contexts.length).toBeLessThanOrEqual(2);
		});
	}

	it('from an absolute address lead nowhere', async () => {
		for (const target of [
			'http://evil.example/media/picture.webp',
			'//evil.example/media/x',
			'media/picture.webp',
			'*',
		])
			expect(await raw(target)).toBe(400);
	});
});

describe('a redirect', () => {
	it('leads where the subgraph says, whatever the request adds', async () => {
		for (const search of [
			'',
			'?to=https://evil.example',
			'?url=//evil.example',
			'?next=%0d%0alocation:https://evil.example',
		]) {
			const response = await fetch(`${shop.gateway.url}/ads/c1${search}`, { redirect: 'manual' });
			expect(response.headers.get('location')).toBe('http://localhost:3000/products/p1');
		}
	});
});
