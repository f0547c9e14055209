import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { diskStore } from '@infinite-blob/files/disk-store';
import type { FileStore } from '@infinite-blob/files/file-store';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { encodePreview } from '../src/encode-preview.ts';
import { getMedia, takesAvif } from './media-client.ts';
import {
	admin,
	madeReady,
	type ProductsUnderTest,
	picture,
	productsUnderTest,
	service,
} from './products-under-test.ts';

vi.mock(import('../src/encode-preview.ts'), async (original) => {
	const actual = await original();
	return { ...actual, encodePreview: vi.fn(actual.encodePreview) };
});

describe('while something is wrong with files', () => {
	let shop: ProductsUnderTest;
	let isFull = false;

	function failing(folder: string): FileStore {
		const store = diskStore(folder);
		return {
			...store,
			async put(key, content) {
				if (isFull)
					throw Object.assign(new Error(`ENOSPC: no space left, write ${folder}`), { code: 'ENOSPC' });
				await store.put(key, content);
			},
		};
	}

	beforeAll(async () => {
		shop = await productsUnderTest(undefined, undefined, failing);
		await madeReady(shop);
		vi.mocked(encodePreview).mockClear();
	});
	afterEach(() => {
		isFull = false;
		vi.mocked(encodePreview).mockClear();
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function addressOf(handle: string): Promise<string> {
		const { data } = await shop.ask(`{ product(handle: "${handle}") { image(size: CARD) { url } } }`);
		return new URL(data.product.image.url).pathname;
	}
	const add = async (colour: string) => {
		const image = (await picture(90, 60, colour).png().toBuffer()).toString('base64');
		return shop.ask(
			`mutation ($image: String!) { createProduct(input: {
				name: "Work", description: "", tags: [], price: 100, image: $image
			}) { product { handle } } }`,
			{ image },
			admin,
		);
	};

	it('a full disk is told of without a stack, and nothing else suffers', async () => {
		const { data } = await add('#123456');
		const address = await addressOf(data.createProduct.product.handle);
		isFull = true;
		for (const headers of [{}, takesAvif]) {
			const { status, headers: told, body } = await getMedia(shop.url, address, { headers });
			expect(status).toBe(503);
			expect(told).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '30' });
			expect(JSON.parse(body.toString())).toEqual({
				error: 'This picture cannot be made right now. Try again in a moment.',
			});
		}
		expect((await getMedia(shop.url, await addressOf('moon-night'))).status).toBe(200);
		isFull = false;
		expect((await getMedia(shop.url, address)).status).toBe(200);
	});

	it('a full disk keeps a product from coming in, and its stack from going out', async () => {
		const before = await shop.redis.xlen('products.events');
		isFull = true;
		const { data, errors } = await add('#654321');
		expect(data ?? null).toBeNull();
		expect(errors).toEqual([
			{
				message: 'Something went wrong on our side.',
				path: ['createProduct'],
				extensions: { code: 'INTERNAL_SERVER_ERROR' },
			},
		]);
		expect(await shop.redis.xlen('products.events')).toBe(before);
		isFull = false;
		expect((await add('#654321')).errors).toEqual([]);
	});

	it('an original that was damaged is told of without a stack, and the service lives', async () => {
		await shop.ask(
			'mutation ($id: ID!, $image: String) { updateProduct(id: $id, patch: { image: $image }) { product { id } } }',
			{ id: productId('silk-dawn'), image: (await picture(300, 200).png().toBuffer()).toString('base64') },
			admin,
		);
		const { data } = await shop.ask('{ product(handle: "silk-dawn") { original } }', {}, service);
		const file = path.join(shop.folder, 'files', data.product.original);
		for (const bytes of [
			Buffer.alloc(0),
			Buffer.from('\x89PNG\r\n\x1a\nnone', 'latin1'),
			Buffer.alloc(9_000),
		]) {
			await writeFile(file, bytes);
			for (const headers of [{}, takesAvif, { accept: 'image/avif' }]) {
				const answer = await getMedia(shop.url, await addressOf('silk-dawn'), { headers });
				expect(answer.status).toBe(500);
				expect(JSON.parse(answer.body.toString())).toEqual({
					error: 'The original of this picture is damaged.',
				});
			}
		}
		expect((await getMedia(shop.url, await addressOf('moon-night'))).status).toBe(200);
	});

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
