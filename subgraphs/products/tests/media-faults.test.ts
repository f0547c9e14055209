import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diskStore } from '@infinite-blob/files/disk-store';
import type { FileStore } from '@infinite-blob/files/file-store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { getMedia, takesAvif } from './media-client.ts';
import {
	admin,
	madeReady,
	type ProductsUnderTest,
	picture,
	productsUnderTest,
	service,
} from './products-under-test.ts';

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
	});
	afterEach(() => {
		isFull = false;
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
});
