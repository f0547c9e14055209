import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { anonymous } from '@infinite-blob/session/viewer';
import { eventually } from '@infinite-blob/testing/eventually';
import { testSecret } from '@infinite-blob/testing/subgraph-client';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

describe('a picture', () => {
	let shop: ProductsUnderTest;
	let images: Record<
		'small' | 'card' | 'full',
		{ url: string; width: number; height: number; alt: string; placeholder: string }
	>;

	beforeAll(async () => {
		shop = await productsUnderTest(undefined, { width: 2000, height: 1500 });
		const fields = '{ url width height alt placeholder }';
		const { data } = await shop.ask(
			`{ product(handle: "moon-night") { small: image(size: THUMBNAIL) ${fields} card: image ${fields} full: image(size: FULL) ${fields} } }`,
		);
		images = data.product;
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	function get(address: string, init: { method?: string; headers?: Record<string, string> } = {}) {
		const context = { viewer: anonymous, address: '127.0.0.1', requestId: randomUUID() };
		const signature = { [contextHeader]: signContext(context, testSecret, Date.now()) };
		return fetch(`${shop.url}${new URL(address, shop.url).pathname}`, {
			...init,
			headers: { ...init.headers, ...signature },
		});
	}

	it('has three sizes with its proportions, at the public address', () => {
		expect(images.small).toMatchObject({ width: 320, height: 240 });
		expect(images.card).toMatchObject({ width: 720, height: 540 });
		expect(images.full).toMatchObject({ width: 1440, height: 1080 });
		for (const { url } of Object.values(images))
			expect(url).toMatch(/^http:\/\/shop\.example\/media\/[0-9a-f]{64}\//);
	});

	it('says what it shows, and has something to show while it loads', async () => {
		expect(images.card.alt).toBe('Moon Night, digital artwork: hills, night');
		const [, data = ''] = images.card.placeholder.split('base64,');
		expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({ format: 'webp', width: 16 });
		expect(images.card.placeholder.length).toBeLessThan(1_000);
	});

	it('is served as WebP of the announced size, to be kept for ever', async () => {
		for (const { url, width, height } of Object.values(images)) {
			const response = await get(url);
			expect(response.status).toBe(200);
			expect(response.headers.get('content-type')).toBe('image/webp');
			expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
			const metadata = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
			expect(metadata).toMatchObject({ format: 'webp', width, height });
		}
	});

	it('bears a watermark in one corner', async () => {
		const bytes = Buffer.from(await (await get(images.full.url)).arrayBuffer());
		const deviation = async (left: number, top: number) => {
			const corner = await sharp(bytes).extract({ left, top, width: 200, height: 150 }).png().toBuffer();
			const { channels } = await sharp(corner).stats();
			return Math.max(...channels.map(({ stdev }) => stdev));
		};
		expect(await deviation(0, 0)).toBeLessThan(1);
		expect(await deviation(1240, 930)).toBeGreaterThan(5);
	});

	it('is not sent again to those who have it', async () => {
		const etag = (await get(images.card.url)).headers.get('etag') ?? '';
		const again = await get(images.card.url, { headers: { 'if-none-match': `"other", W/${etag}` } });
		expect(again.status).toBe(304);
		expect((await get(images.small.url, { headers: { 'if-none-match': etag } })).status).toBe(200);
	});

	it('is made once for many who ask at the same time', async () => {
		const { data } = await shop.ask('{ product(handle: "silk-dawn") { image(size: FULL) { url } } }');
		const answers = await Promise.all(Array.from({ length: 10 }, () => get(data.product.image.url)));
		const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()));
		expect(new Set(bodies.map((body) => Buffer.from(body).toString('base64'))).size).toBe(1);
	});

	it('is not to be had in another size, of another hash, or as the original', async () => {
		const [, hash] = /media\/([0-9a-f]{64})/.exec(images.card.url) ?? [];
		for (const address of [
			`/media/${hash}/huge.webp`,
			`/media/${hash}/constructor.webp`,
			`/media/${hash}/card.png`,
			`/media/${'0'.repeat(64)}/card.webp`,
			`/media/${hash}`,
			`/media/../originals/${hash}.webp`,
			`/originals/${hash}.webp`,
			`/media/%2e%2e/originals/${hash}.webp`,
		]) {
			expect((await get(address)).status).toBe(404);
		}
		expect((await get(images.card.url, { method: 'POST' })).status).toBe(404);
	});

	it('answers only to the gateway', async () => {
		expect((await fetch(`${shop.url}${new URL(images.card.url).pathname}`)).status).toBe(401);
	});

	it('is made ready in the small sizes after seeding', async () => {
		await eventually(async () => {
			const folders = await readdir(path.join(shop.folder, 'files/media'));
			expect(folders).toHaveLength(3);
			for (const folder of folders) {
				const made = await readdir(path.join(shop.folder, 'files/media', folder));
				expect(made).toEqual(expect.arrayContaining(['card.webp', 'thumbnail.webp']));
			}
		}, 20_000);
	});
});
