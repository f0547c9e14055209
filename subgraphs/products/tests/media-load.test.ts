import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { encodePreview } from '../src/encode-preview.ts';
import { getMedia, takesAvif } from './media-client.ts';
import { admin, madeReady, type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

vi.mock(import('../src/encode-preview.ts'), async (original) => {
	const actual = await original();
	return { ...actual, encodePreview: vi.fn(actual.encodePreview) };
});

describe('when much is asked for at once', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest();
		await madeReady(shop);
	});
	beforeEach(() => {
		vi.mocked(encodePreview).mockClear();
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function addressOf(handle: string): Promise<string> {
		const { data } = await shop.ask(`{ product(handle: "${handle}") { image(size: CARD) { url } } }`);
		return new URL(data.product.image.url).pathname;
	}

	it('a flood of hashes that do not exist is 404, decodes nothing and leaves nothing in memory', async () => {
		const flood = async (count: number) => {
			for (let sent = 0; sent < count; sent += 50)
				await Promise.all(
					Array.from({ length: 50 }, async (_, i) => {
						const hash = (sent + i).toString(16).padStart(64, '0');
						const headers = i % 2 ? takesAvif : {};
						const { status } = await getMedia(shop.url, `/media/${hash}/full`, { headers });
						expect(status).toBe(404);
					}),
				);
		};
		await flood(500);
		const before = heapUsed();
		await flood(3_000);
		expect(heapUsed() - before).toBeLessThan(700_000);
		expect(encodePreview).not.toHaveBeenCalled();
	});

	it('a picture is not made again for a size that was asked for already', async () => {
		const address = await addressOf('moon-night');
		for (let time = 0; time < 3; time++)
			expect((await getMedia(shop.url, address, { headers: takesAvif })).status).toBe(200);
		expect(encodePreview).not.toHaveBeenCalled();
	});

	it('the others are answered while many large pictures are made', async () => {
		const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
		const large = sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#000', noise } });
		const image = (await large.jpeg({ quality: 60 }).toBuffer()).toString('base64');
		await shop.ask(
			'mutation ($id: ID!, $image: String) { updateProduct(id: $id, patch: { image: $image }) { product { id } } }',
			{ id: productId('quiet-vase'), image },
			admin,
		);
		const address = (await addressOf('quiet-vase')).replace('card', '');
		const making = Promise.all(
			['thumbnail', 'card', 'full'].flatMap((size) =>
				['.webp', '.avif', '.jpg'].map((extension) => getMedia(shop.url, address + size + extension)),
			),
		);
		let made = false;
		making.then(() => {
			made = true;
		});
		let slowest = 0;
		while (!made) {
			const startedAt = performance.now();
			await shop.ask('{ products { totalCount } }');
			slowest = Math.max(slowest, performance.now() - startedAt);
		}
		expect((await making).map(({ status }) => status)).toEqual(Array(9).fill(200));
		expect(slowest).toBeLessThan(2_000);
	});
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes, after what is not used any more was collected. */
function heapUsed(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}
