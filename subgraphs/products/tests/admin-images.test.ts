import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { adminOf, details, mutations } from './admin-under-test.ts';
import { largestPng, oddImages, oddTexts } from './odd-images.ts';
import {
	admin,
	madeReady,
	type ProductsUnderTest,
	picture,
	productsUnderTest,
} from './products-under-test.ts';

describe('an image', () => {
	let shop: ProductsUnderTest;
	let { create, update }: ReturnType<typeof adminOf> = {} as never;
	beforeAll(async () => {
		shop = await productsUnderTest();
		({ create, update } = adminOf(shop));
		await madeReady(shop);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	/** All that a refusal must leave as it was. */
	async function state() {
		const { data } = await shop.ask('{ products { totalCount nodes { id name image { url } } } }');
		const files = await Promise.all(
			['originals', '.drafts'].map((folder) => readdir(path.join(shop.folder, 'files', folder))),
		);
		return { data, files, events: await shop.redis.xlen('products.events') };
	}

	const odd: [string, () => Promise<string> | string][] = [
		...oddImages.map(([what, bytes]): (typeof odd)[number] => [
			what,
			async () => (await bytes()).toString('base64'),
		]),
		...oddTexts,
	];
	it.each(odd)('is not taken when it is %s, and nothing is changed', async (_, image) => {
		const given = await image();
		const before = await state();
		for (const [argument, { product, userErrors }] of [
			['input', await create({ ...details, image: given })],
			['patch', await update(productId('quiet-vase'), { price: 5, image: given })],
		] as const) {
			expect(product).toBeNull();
			expect(userErrors).toEqual([
				{
					code: 'INVALID_IMAGE',
					field: [argument, 'image'],
					message: expect.stringMatching(/^[\w ’":…,.]+\.$/),
				},
			]);
		}
		expect(await state()).toEqual(before);
	});

	it('of more than 32 MB is too much for a request, and the connection is not needed any more', async () => {
		const before = await state();
		const { status, errors } = await shop.ask(
			mutations.createProduct,
			{ input: { ...details, image: 'A'.repeat(33 * 1024 * 1024) } },
			admin,
		);
		expect([status, errors[0]?.extensions?.code]).toEqual([413, 'BODY_TOO_LARGE']);
		expect(await state()).toEqual(before);
	});

	it('is not kept for a product whose handle is taken, or whose price is none', async () => {
		const image = (await picture(50, 50, '#abc').png().toBuffer()).toString('base64');
		const before = await state();
		expect((await create({ ...details, handle: 'moon-night', image })).userErrors[0].code).toBe(
			'HANDLE_TAKEN',
		);
		expect((await create({ ...details, price: 0, image })).userErrors[0].code).toBe('INVALID_PRICE');
		expect((await update('prd_00000000000000000000', { image })).userErrors[0].code).toBe(
			'PRODUCT_NOT_FOUND',
		);
		expect(await state()).toEqual(before);
	});

	it.each(['png', 'jpeg', 'webp'] as const)('is taken as %s, with line breaks too', async (format) => {
		const bytes = await picture(70, 50, '#cba').toFormat(format).toBuffer();
		const image = bytes.toString('base64').replaceAll(/(.{76})/g, '$1\n');
		const { product, userErrors } = await create({ ...details, name: format, image });
		expect(userErrors).toEqual([]);
		expect(product.image).toMatchObject({ width: 70, height: 50 });
	});

	it('is not announced when it is the one that the product has', async () => {
		const image = (await picture(80, 50).png().toBuffer()).toString('base64');
		const { product } = await create({ ...details, name: 'Again', image });
		const before = await state();
		expect((await update(product.id, { image })).product).toEqual(product);
		expect(await state()).toEqual(before);
	});

	it('holds up nobody else, however large it is and however many come at once', async () => {
		const images = [largestPng(), ...(await Promise.all(oddImages.slice(-7).map(([, bytes]) => bytes())))];
		const given = images.map((bytes) => bytes.toString('base64'));
		let done = false;
		const all = Promise.all(given.map((image) => create({ ...details, name: 'Large', image }))).then(
			(answers) => {
				done = true;
				return answers;
			},
		);
		let slowest = 0;
		while (!done) {
			const startedAt = performance.now();
			await shop.ask('{ products { totalCount } }');
			slowest = Math.max(slowest, performance.now() - startedAt);
		}
		const [taken, ...refused] = await all;
		expect(taken.userErrors).toEqual([]);
		for (const { userErrors } of refused) expect(userErrors).toMatchObject([{ code: 'INVALID_IMAGE' }]);
		expect(slowest).toBeLessThan(2_000);
	});
});
