import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMedia } from './media-client.ts';
import { admin, type ProductsUnderTest, productsUnderTest, service } from './products-under-test.ts';

const extensions = ['webp', 'avif', 'jpg'];

describe('what the public sees of an original', () => {
	let shop: ProductsUnderTest;
	let path: string;
	let original: Buffer;

	/** The red left half is above in what the camera held upright; its colours are in Display P3. */
	async function photograph(): Promise<Buffer> {
		const half = { create: { width: 200, height: 300, channels: 3 as const, background: '#c83c28' } };
		const pixels = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2850c8' } })
			.composite([{ input: half, left: 0, top: 0 }])
			.png()
			.toBuffer();
		return sharp(pixels)
			.withMetadata({ orientation: 6 })
			.withIccProfile('p3')
			.withExif({
				IFD0: { Copyright: 'SECRET-OWNER' },
				IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 29/1' },
			})
			.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-XMP</x:xmpmeta>')
			.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
			.toBuffer();
	}

	beforeAll(async () => {
		shop = await productsUnderTest();
		original = await photograph();
		const { data } = await shop.ask(
			`mutation ($image: String!) { createProduct(input: {
				name: "Photograph", description: "", tags: [], price: 100, image: $image
			}) { product { image { url width height placeholder } } } }`,
			{ image: original.toString('base64') },
			admin,
		);
		const { image } = data.createProduct.product;
		expect(image).toMatchObject({ width: 300, height: 400 });
		path = new URL(image.url).pathname;
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const preview = async (extension: string) => (await getMedia(shop.url, `${path}.${extension}`)).body;

	it('is photographed with all that must not be told', async () => {
		const { exif, icc, xmp, orientation } = await sharp(original).metadata();
		expect([exif, icc, xmp, orientation]).toEqual([
			expect.anything(),
			expect.anything(),
			expect.anything(),
			6,
		]);
		expect(original.includes('SECRET-OWNER')).toBe(true);
	});

	it.each(extensions)('is nothing that was written beside the pixels: .%s', async (extension) => {
		const bytes = await preview(extension);
		const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
		expect([exif, xmp, iptc, icc, comments]).toEqual(Array(5).fill(undefined));
		expect(bytes.includes('SECRET')).toBe(false);
	});

	it.each(extensions)('is upright, and in the colours of the web: .%s', async (extension) => {
		const { data, info } = await sharp(await preview(extension))
			.removeAlpha()
			.raw()
			.toBuffer({
				resolveWithObject: true,
			});
		expect(info).toMatchObject({ width: 300, height: 400 });
		const at = (x: number, y: number) => {
			const start = (y * info.width + x) * 3;
			return [...data.subarray(start, start + 3)];
		};
		const distance = (colour: number[], from: number[]) =>
			Math.max(...colour.map((value, channel) => Math.abs(value - (from[channel] ?? 0))));
		expect(distance(at(60, 60), [0xc8, 0x3c, 0x28])).toBeLessThan(6);
		expect(distance(at(60, 340), [0x28, 0x50, 0xc8])).toBeLessThan(6);
	});

	it.each<[string, (image: Sharp) => Sharp, number[]]>([
		['CMYK', (image) => image.toColourspace('cmyk').jpeg({ quality: 95 }), [0xc8, 0x3c, 0x28]],
		['16 bits a channel', (image) => image.toColourspace('rgb16').png(), [0xc8, 0x3c, 0x28]],
		['grey', (image) => image.toColourspace('b-w').png(), [0x6d, 0x6d, 0x6d]],
	])('is in the colours of the web, whatever the original is in: %s', async (_, save, expected) => {
		const red = sharp({ create: { width: 90, height: 60, channels: 3, background: '#c83c28' } });
		const image = (await save(red).toBuffer()).toString('base64');
		const { data } = await shop.ask(
			`mutation ($image: String!) { createProduct(input: {
				name: "Colours", description: "", tags: [], price: 100, image: $image
			}) { product { image { url } } } }`,
			{ image },
			admin,
		);
		const address = new URL(data.createProduct.product.image.url).pathname;
		for (const extension of extensions) {
			const { body } = await getMedia(shop.url, `${address}.${extension}`);
			expect((await sharp(body).metadata()).space).toBe('srgb');
			const [first, second, third] = await sharp(body).toColourspace('srgb').removeAlpha().raw().toBuffer();
			for (const [channel, value] of [first, second, third].entries())
				expect(Math.abs((value ?? 0) - (expected[channel] ?? 0))).toBeLessThan(40);
		}
	});

	it('is never the original, by whatever path', async () => {
		const { data } = await shop.ask('{ product(handle: "photograph") { original } }', {}, service);
		const key: string = data.product.original;
		const [, hash = '', extension = ''] = /originals\/(\w+)\.(\w+)/.exec(key) ?? [];
		const paths = [
			key,
			`files/${key}`,
			`media/${key}`,
			`media/../${key}`,
			`media/./../${key}`,
			`media/%2e%2e/${key}`,
			`media/%2E%2E%2F${key}`,
			`media/..%2f${key}`,
			`media/..%5c${key}`,
			`media/..\\${key}`,
			`media/%252e%252e%252f${key}`,
			`media/%c0%ae%c0%ae/${key}`,
			`media/....//${key}`,
			`media/..;/${key}`,
			`media//${key}`,
			`media/${hash}/../../${key}`,
			`media/${hash}/%2e%2e/%2e%2e/${key}`,
			`media/${hash}/..%2f..%2f${key}`,
			`media/${hash}/card/../../../${key}`,
			`media/${hash}/card%00.${extension}`,
			`media/${hash}/card.${extension}/../../../${key}`,
			`media/${hash}/original`,
			`media/${hash}/original.${extension}`,
			`media/${hash}.${extension}`,
			`media/${hash}/card.${extension}.${extension}`,
			`media/${hash}/card?key=${key}`,
			`media/${hash}/card#/../../../${key}`,
		];
		const pixels = await sharp(original).metadata();
		for (const path of paths) {
			for (const headers of [{}, { accept: 'image/jpeg' }, { range: 'bytes=0-' }]) {
				const { status, body } = await getMedia(shop.url, `/${path}`, { headers });
				expect([path, body.includes(original.subarray(0, 64)), body.includes('SECRET')]).toEqual([
					path,
					false,
					false,
				]);
				if (status === 404 || status === 400) continue;
				// What is left are addresses of a public size, after the path was tidied up or its query left out.
				expect([path, (await sharp(body).metadata()).format]).not.toEqual([path, pixels.format]);
			}
		}
	});
});
