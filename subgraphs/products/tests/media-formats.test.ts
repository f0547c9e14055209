import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '@infinite-blob/testing/eventually';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMedia, takesAvif } from './media-client.ts';
import { admin, type ProductsUnderTest, picture, productsUnderTest } from './products-under-test.ts';

const forEver = 'public, max-age=31536000, immutable';
const forNow = 'public, max-age=60';

describe('the format of a picture', () => {
	let shop: ProductsUnderTest;
	let made = 0;
	beforeAll(async () => {
		shop = await productsUnderTest([]);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	/** The path of a picture that nobody has asked for yet. */
	async function newPicture(size = 'CARD'): Promise<string> {
		const image = (
			await picture(900 + ++made, 600)
				.png()
				.toBuffer()
		).toString('base64');
		const { data } = await shop.ask(
			`mutation ($image: String!) { createProduct(input: {
				name: "Format", description: "", tags: [], price: 100, image: $image
			}) { product { image(size: ${size}) { url } } } }`,
			{ image },
			admin,
		);
		return new URL(data.createProduct.product.image.url).pathname;
	}

	const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
		getMedia(shop.url, address, { headers, method });
	const finished = (address: string) =>
		eventually(async () =>
			expect((await get(address, takesAvif)).headers['content-type']).toBe('image/avif'),
		);

	it('is WebP for those who do not name AVIF', async () => {
		const address = await newPicture();
		for (const accept of [undefined, '*/*', 'image/*', 'image/webp,*/*', 'image/avif;q=0.1,image/webp']) {
			const { status, headers } = await get(address, accept ? { accept } : {});
			expect(status).toBe(200);
			expect(headers).toMatchObject({
				'content-type': 'image/webp',
				'cache-control': forEver,
				vary: 'Accept',
				etag: expect.stringMatching(/^"[0-9a-f]{32}-card-webp"$/),
			});
		}
	});

	it('is WebP for a moment for the first who name AVIF, who do not wait for it', async () => {
		const address = await newPicture('FULL');
		const first = await get(address, takesAvif);
		expect(first.headers).toMatchObject({
			'content-type': 'image/webp',
			'cache-control': forNow,
			vary: 'Accept',
		});
		expect(first.headers.etag).toMatch(/-full-webp"$/);
		await finished(address);
		const { headers, body } = await get(address, takesAvif);
		expect(headers).toMatchObject({ 'cache-control': forEver, vary: 'Accept' });
		expect(headers.etag).toMatch(/-full-avif"$/);
		expect(await sharp(body).metadata()).toMatchObject({
			format: 'heif',
			compression: 'av1',
			width: 900 + made,
		});
		expect((await get(address)).headers['content-type']).toBe('image/webp');
	});

	it('is waited for by those who take AVIF alone', async () => {
		const { headers } = await get(await newPicture(), { accept: 'image/avif' });
		expect(headers).toMatchObject({ 'content-type': 'image/avif', 'cache-control': forEver, vary: 'Accept' });
	});

	it.each([
		['avif', 'image/avif', 'heif'],
		['webp', 'image/webp', 'webp'],
		['jpg', 'image/jpeg', 'jpeg'],
	])('is the one that an address ends in, whatever the client says: .%s', async (extension, type, format) => {
		const address = `${await newPicture()}.${extension}`;
		for (const accept of ['image/avif', 'image/webp', 'text/html', '*/*']) {
			const { headers, body } = await get(address, { accept });
			expect(headers).toMatchObject({ 'content-type': type, 'cache-control': forEver });
			expect(headers.vary).toBeUndefined();
			expect((await sharp(body).metadata()).format).toBe(format);
		}
	});

	it('is asked for by an argument of the API', async () => {
		await newPicture();
		const { data } = await shop.ask(
			'{ products(first: 1) { nodes { jpeg: image(format: JPEG) { url } any: image(format: null) { url } } } }',
		);
		const [{ jpeg, any }] = data.products.nodes;
		expect(jpeg.url).toBe(`${any.url}.jpg`);
	});

	it('tells whether the client has the picture already, in this format', async () => {
		const address = await newPicture();
		const { headers: webp } = await get(address);
		const known = await get(address, { 'if-none-match': `"other", W/${webp.etag}` });
		expect([known.status, known.body.length]).toEqual([304, 0]);
		expect(known.headers).toMatchObject({ etag: webp.etag, vary: 'Accept', 'cache-control': forEver });
		expect((await get(address, { 'if-none-match': '*' })).status).toBe(304);
		expect((await get(address, { 'if-none-match': webp.etag ?? '' }, 'HEAD')).status).toBe(304);
		await get(address, takesAvif);
		await finished(address);
		const other = await get(address, { ...takesAvif, 'if-none-match': webp.etag ?? '' });
		expect([other.status, other.headers['content-type']]).toEqual([200, 'image/avif']);
	});

	it('keeps what a stand-in was known by for a moment only', async () => {
		const address = await newPicture('FULL');
		const { headers } = await get(address);
		const again = await get(address, { ...takesAvif, 'if-none-match': headers.etag ?? '' });
		expect([again.status, again.headers['cache-control']]).toEqual([304, forNow]);
	});

	it('never comes with the rest of another one', async () => {
		const address = await newPicture();
		const { headers, body } = await get(address);
		const range = { range: 'bytes=100-' };
		const rest = await get(address, { ...range, 'if-range': headers.etag ?? '' });
		expect([rest.status, rest.body]).toEqual([206, body.subarray(100)]);
		await get(address, takesAvif);
		await finished(address);
		const other = await get(address, { ...takesAvif, ...range, 'if-range': headers.etag ?? '' });
		expect([other.status, other.headers['content-type']]).toEqual([200, 'image/avif']);
	});

	it('is made once of each, however many ask at once', async () => {
		const address = await newPicture();
		const asked = Array.from({ length: 30 }, (_, i) => get(address, i % 2 ? takesAvif : {}));
		expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
		await finished(address);
		const [, , hash = ''] = address.split('/');
		const files = await readdir(path.join(shop.folder, 'files/media', hash));
		expect(files.toSorted()).toEqual(['card.avif', 'card.webp']);
	});
});
