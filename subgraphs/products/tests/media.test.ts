import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '@infinite-blob/testing/eventually';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMedia } from './media-client.ts';
import { type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

interface Image {
	url: string;
	width: number;
	height: number;
	alt: string;
	placeholder: string;
}

describe('a picture', () => {
	let shop: ProductsUnderTest;
	let images: Record<'small' | 'card' | 'full', Image>;

	beforeAll(async () => {
		shop = await productsUnderTest(undefined, { width: 2000, height: 1500 });
		const fields = '{ url width height alt placeholder }';
		const { data } = await shop.ask(
			`{ product(handle: "moon-night") { small: image(size: THUMBNAIL) ${fields} card: image ${fields} full: image(size: FULL) ${fields} } }`,
		);
		images = data.product;
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const get = (address: string, asked?: Parameters<typeof getMedia>[2]) =>
		getMedia(shop.url, new URL(address).pathname, asked);

	it('has three sizes with its proportions, at the public address', () => {
		expect(images.small).toMatchObject({ width: 320, height: 240 });
		expect(images.card).toMatchObject({ width: 720, height: 540 });
		expect(images.full).toMatchObject({ width: 1440, height: 1080 });
		for (const { url } of Object.values(images))
			expect(url).toMatch(/^http:\/\/shop\.example\/media\/[0-9a-f]{64}\/(thumbnail|card|full)$/);
	});

	it('says what it shows, and has something to show while it loads', async () => {
		expect(images.card.alt).toBe('Moon Night, digital artwork: hills, night');
		const [, data = ''] = images.card.placeholder.split('base64,');
		expect(await sharp(Buffer.from(data, 'base64')).metadata()).toMatchObject({ format: 'webp', width: 16 });
		expect(images.card.placeholder.length).toBeLessThan(1_000);
	});

	it('is served in the announced size, to be kept for ever', async () => {
		for (const { url, width, height } of Object.values(images)) {
			const { status, headers, body } = await get(url);
			expect(status).toBe(200);
			expect(headers['content-type']).toBe('image/webp');
			expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
			expect(await sharp(body).metadata()).toMatchObject({ format: 'webp', width, height });
		}
	});

	it.each(['webp', 'avif', 'jpg'])(
		'bears a watermark in one corner as .%s, in every size',
		async (extension) => {
			for (const { url, width, height } of Object.values(images)) {
				const { body } = await get(`${url}.${extension}`);
				const deviation = async (left: number, top: number) => {
					const region = { left, top, width: Math.round(width / 7), height: Math.round(height / 7) };
					const corner = await sharp(body).extract(region).png().toBuffer();
					const { channels } = await sharp(corner).stats();
					return Math.max(...channels.map(({ stdev }) => stdev));
				};
				expect(await deviation(0, 0)).toBeLessThan(3);
				expect(
					await deviation(Math.floor((width * 6) / 7) - 1, Math.floor((height * 6) / 7) - 1),
				).toBeGreaterThan(5);
			}
		},
	);

	it('is made once for many who ask at the same time', async () => {
		const { data } = await shop.ask('{ product(handle: "silk-dawn") { image(size: FULL) { url } } }');
		const answers = await Promise.all(Array.from({ length: 10 }, () => get(data.product.image.url)));
		expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
	});

	it('is there for GET and HEAD alone', async () => {
		const whole = await get(images.card.url);
		const head = await get(images.card.url, { method: 'HEAD' });
		expect(head.status).toBe(200);
		expect(head.body).toHaveLength(0);
		expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
		expect(head.headers['content-length']).toBe(String(whole.body.length));
		for (const method of ['POST', 'PUT', 'DELETE'])
			expect((await get(images.card.url, { method })).status).toBe(404);
	});

	it('answers only to the gateway', async () => {
		expect((await fetch(`${shop.url}${new URL(images.card.url).pathname}`)).status).toBe(401);
	});

	it('is made ready in every size and both formats after the start', async () => {
		await eventually(async () => {
			const folders = await readdir(path.join(shop.folder, 'files/media'));
			expect(folders).toHaveLength(3);
			for (const folder of folders) {
				const made = await readdir(path.join(shop.folder, 'files/media', folder));
				const names = ['thumbnail', 'card', 'full'].flatMap((size) => [`${size}.webp`, `${size}.avif`]);
				expect(made).toEqual(expect.arrayContaining(names));
			}
		}, 20_000);
	});
});
