import { currencies } from '@infinite-blob/money/currency';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { adminOf, details, mutations } from './admin-under-test.ts';
import { type ProductsUnderTest, picture, productsUnderTest } from './products-under-test.ts';

describe('the admin', () => {
	let shop: ProductsUnderTest;
	let png: string;
	let { create, update, archive, announced }: ReturnType<typeof adminOf> = {} as never;
	beforeAll(async () => {
		shop = await productsUnderTest();
		({ create, update, archive, announced } = adminOf(shop));
		png = (await picture(120, 80).png().toBuffer()).toString('base64');
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	it.each([
		['createProduct', { input: details }],
		['updateProduct', { id: productId('moon-night'), patch: { price: 1 } }],
		['archiveProduct', { id: productId('moon-night') }],
	] as const)('alone may call %s', async (name, variables) => {
		for (const viewer of [undefined, { kind: 'session', sessionId: 'ses_1' } as const]) {
			const { data, errors } = await shop.ask(mutations[name], variables, viewer);
			expect(data ?? null).toBeNull();
			expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
		}
		const { data } = await shop.ask('{ products { totalCount nodes { price { amount } } } }');
		expect(data.products.totalCount).toBe(3);
	});

	it('puts an artwork on sale, found at once and announced', async () => {
		const { product, userErrors } = await create({ ...details, tags: [' Hills', 'hills'], image: png });
		expect(userErrors).toEqual([]);
		expect(product).toMatchObject({ handle: 'paper-hills', tags: ['hills'], available: true });
		expect(product.image).toMatchObject({ width: 120, height: 80 });
		const { data } = await shop.ask('{ products(search: "paper") { nodes { id } } }');
		expect(data.products.nodes).toEqual([{ id: product.id }]);
		expect(await announced(product.id)).toEqual([['product.created', 1]]);
	});

	it('may be so dear that its price can just be shown in every currency', async () => {
		const { product } = await create({ ...details, name: 'Dear', price: 10_000_000 });
		const prices = currencies.map((code) => `${code}: price(currency: ${code}) { amount }`).join(' ');
		const { errors } = await shop.ask(`{ product(id: "${product.id}") { ${prices} } }`);
		expect(errors).toEqual([]);
	});

	it('gets a picture made when none is given', async () => {
		const { product } = await create({ ...details, name: 'No Picture' });
		expect(product.image).toMatchObject({ width: 720, height: 720 });
	});

	it.each([
		[{ price: 0 }, 'INVALID_PRICE', 'price'],
		[{ price: -5 }, 'INVALID_PRICE', 'price'],
		[{ price: 10_000_001 }, 'INVALID_PRICE', 'price'],
		[{ name: ' ' }, 'INVALID_INPUT', 'name'],
		[{ name: 'x'.repeat(121) }, 'INVALID_INPUT', 'name'],
		[{ name: 'two\nlines' }, 'INVALID_INPUT', 'name'],
		[{ name: 'half an emoji \ud83c' }, 'INVALID_INPUT', 'name'],
		[{ name: 'abc\u202edef' }, 'INVALID_INPUT', 'name'],
		[{ description: 'x'.repeat(5_001) }, 'INVALID_INPUT', 'description'],
		[{ description: 'half an emoji \ud83c' }, 'INVALID_INPUT', 'description'],
		[{ description: 'a\0b' }, 'INVALID_INPUT', 'description'],
		[{ tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, 'INVALID_INPUT', 'tags'],
		[{ tags: ['a,b'] }, 'INVALID_INPUT', 'tags'],
		[{ tags: [''] }, 'INVALID_INPUT', 'tags'],
	])('is refused %j, and nothing is changed', async (wrong, code, field) => {
		const id = productId('quiet-vase');
		const before = await announced(id);
		const { product, userErrors } = await update(id, { description: 'Changed.', ...wrong });
		expect(product).toBeNull();
		expect(userErrors[0]).toMatchObject({ code, field: ['patch', field] });
		const created = await create({ ...details, name: 'Refused', ...wrong });
		expect(created.userErrors[0]).toMatchObject({ code, field: ['input', field] });
		expect(await announced(id)).toEqual(before);
	});

	it.each(['Big Letters', 'a--b', '-a', 'a/b', 'x'.repeat(81), ''])(
		'is refused the handle %j',
		async (handle) => {
			const { userErrors } = await create({ ...details, handle });
			expect(userErrors[0]).toMatchObject({ code: 'INVALID_INPUT', field: ['input', 'handle'] });
		},
	);

	it('is told of everything that is wrong at once', async () => {
		const { userErrors } = await create({ ...details, name: '', price: 0 });
		expect(userErrors.map(({ code }: { code: string }) => code)).toContain('INVALID_PRICE');
		expect(userErrors.length).toBeGreaterThan(1);
	});

	it('changes only what the patch names, and announces it with the next version; nothing, not even null, is not', async () => {
		const id = productId('silk-dawn');
		const { product } = await update(id, { name: 'Silk Dusk', price: 1700 });
		expect(product).toMatchObject({ handle: 'silk-dawn', name: 'Silk Dusk', tags: ['silk', 'calm'] });
		const { data } = await shop.ask(
			'{ products(search: "dusk", filter: { minPrice: 1700 }) { nodes { id } } }',
		);
		expect(data.products.nodes).toEqual([{ id }]);
		for (const nothing of [
			{ name: 'Silk Dusk' },
			{},
			{ name: null, description: null, tags: null, price: null, image: null },
		])
			expect((await update(id, nothing)).product).toEqual(product);
		expect(await announced(id)).toEqual([
			['product.created', 1],
			['product.updated', 2],
		]);
	});

	it('changes a picture together with its addresses', async () => {
		const id = productId('moon-night');
		const before = (await update(id, {})).product.image;
		const { product } = await update(id, { image: png });
		expect(product.image.url).not.toBe(before.url);
		expect(product.image).toMatchObject({ width: 120, height: 80 });
	});

	it('is told when there is no such product', async () => {
		const id = 'prd_00000000000000000000';
		expect((await update(id, { price: 1 })).userErrors).toMatchObject([
			{ code: 'PRODUCT_NOT_FOUND', field: ['id'] },
		]);
		expect((await archive('nonsense')).userErrors).toMatchObject([
			{ code: 'PRODUCT_NOT_FOUND', field: ['id'] },
		]);
	});
});
