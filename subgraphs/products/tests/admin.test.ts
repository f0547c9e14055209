import { currencies } from '@infinite-blob/money/currency';
import { readEvents } from '@infinite-blob/testing/read-events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { admin, type ProductsUnderTest, picture, productsUnderTest } from './products-under-test.ts';

const fields = 'id handle name description tags price { amount } available image { width height url }';
const createProduct = `mutation ($input: ProductInput!) {
	createProduct(input: $input) { product { ${fields} } userErrors { code field message } } }`;
const updateProduct = `mutation ($id: ID!, $patch: ProductPatch!) {
	updateProduct(id: $id, patch: $patch) { product { ${fields} } userErrors { code field message } } }`;
const archiveProduct = `mutation ($id: ID!) {
	archiveProduct(id: $id) { product { ${fields} } userErrors { code field } } }`;

describe('the admin', () => {
	let shop: ProductsUnderTest;
	let png: string;
	beforeAll(async () => {
		shop = await productsUnderTest();
		png = (await picture(120, 80).png().toBuffer()).toString('base64');
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const details = { name: 'Paper Hills', description: 'Hills of paper.', tags: ['hills'], price: 1900 };

	async function create(input: Record<string, unknown>) {
		const { data, errors } = await shop.ask(createProduct, { input }, admin);
		expect(errors).toEqual([]);
		return data.createProduct;
	}

	async function update(id: string, patch: Record<string, unknown>) {
		const { data, errors } = await shop.ask(updateProduct, { id, patch }, admin);
		expect(errors).toEqual([]);
		return data.updateProduct;
	}

	/** The events of a product: type and version. */
	async function announced(id: string): Promise<[string, number][]> {
		return (await readEvents(shop.redis, 'products.events'))
			.filter(({ subject }) => subject === id)
			.map(({ type, data }) => [type, data.product.version]);
	}

	it.each([
		['createProduct', createProduct, { input: details }],
		['updateProduct', updateProduct, { id: productId('moon-night'), patch: { price: 1 } }],
		['archiveProduct', archiveProduct, { id: productId('moon-night') }],
	])('alone may call %s', async (_, mutation, variables) => {
		for (const viewer of [undefined, { kind: 'session', sessionId: 'ses_1' } as const]) {
			const { data, errors } = await shop.ask(mutation, variables, viewer);
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

	it('gets another handle for another work of the same name', async () => {
		const handles = await Promise.all(
			Array.from({ length: 4 }, () => create({ ...details, name: 'Same Name' })),
		);
		expect(handles.map(({ product }) => product.handle).toSorted()).toEqual([
			'same-name',
			'same-name-2',
			'same-name-3',
			'same-name-4',
		]);
	});

	it('is told that a handle is taken, by one of many who ask at once too', async () => {
		const asked = await Promise.all(
			Array.from({ length: 5 }, (_, i) => create({ ...details, name: `Racer ${i}`, handle: 'racer' })),
		);
		expect(asked.filter(({ product }) => product)).toHaveLength(1);
		const refused = asked.filter(({ product }) => !product).map(({ userErrors }) => userErrors[0]);
		expect(refused).toHaveLength(4);
		for (const error of refused)
			expect(error).toMatchObject({ code: 'HANDLE_TAKEN', field: ['input', 'handle'] });
	});

	it.each([
		[{ price: 0 }, 'INVALID_PRICE', 'price'],
		[{ price: -5 }, 'INVALID_PRICE', 'price'],
		[{ price: 10_000_001 }, 'INVALID_PRICE', 'price'],
		[{ name: ' ' }, 'INVALID_INPUT', 'name'],
		[{ name: 'x'.repeat(121) }, 'INVALID_INPUT', 'name'],
		[{ name: 'two\nlines' }, 'INVALID_INPUT', 'name'],
		[{ description: 'x'.repeat(5_001) }, 'INVALID_INPUT', 'description'],
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

	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	it.each<[string, () => Promise<Buffer> | Buffer]>([
		['nothing', () => Buffer.alloc(0)],
		['an SVG with a script', () => Buffer.from(svg)],
		['a GIF', () => picture().gif().toBuffer()],
		['a truncated PNG', async () => (await picture(400, 400).png().toBuffer()).subarray(0, 200)],
		['a PNG in name only', () => Buffer.from('\x89PNG\r\n\x1a\nhello', 'latin1')],
		['a picture of more than 50 million pixels', () => picture(8_000, 7_000).png().toBuffer()],
		[
			'more than 20 MB',
			() => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(20 * 1024 * 1024)]),
		],
	])('is refused %s for an image', async (_, bytes) => {
		const image = (await bytes()).toString('base64');
		const { product, userErrors } = await update(productId('quiet-vase'), { price: 5, image });
		expect(product).toBeNull();
		expect(userErrors).toMatchObject([{ code: 'INVALID_IMAGE', field: ['patch', 'image'] }]);
	});

	it('changes only what the patch names, and announces it with the next version', async () => {
		const id = productId('silk-dawn');
		const { product } = await update(id, { name: 'Silk Dusk', price: 1700 });
		expect(product).toMatchObject({ handle: 'silk-dawn', name: 'Silk Dusk', tags: ['silk', 'calm'] });
		const { data } = await shop.ask(
			'{ products(search: "dusk", filter: { minPrice: 1700 }) { nodes { id } } }',
		);
		expect(data.products.nodes).toEqual([{ id }]);
		await update(id, { name: 'Silk Dusk' });
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

	it('archives: gone from lists, still there by id and handle, announced once', async () => {
		const id = productId('quiet-vase');
		for (let time = 0; time < 2; time++) {
			const { data } = await shop.ask(archiveProduct, { id }, admin);
			expect(data.archiveProduct).toMatchObject({ product: { id, available: false }, userErrors: [] });
		}
		const { data } = await shop.ask(
			`{ products(search: "vase") { totalCount } byId: product(id: "${id}") { available }
				byHandle: product(handle: "quiet-vase") { available } }`,
		);
		expect(data).toEqual({
			products: { totalCount: 0 },
			byId: { available: false },
			byHandle: { available: false },
		});
		expect((await announced(id)).at(-1)).toEqual(['product.archived', 2]);
		expect(await announced(id)).toHaveLength(2);
	});

	it('is told when there is no such product', async () => {
		const id = 'prd_00000000000000000000';
		expect((await update(id, { price: 1 })).userErrors).toMatchObject([
			{ code: 'PRODUCT_NOT_FOUND', field: ['id'] },
		]);
		const { data } = await shop.ask(archiveProduct, { id: 'nonsense' }, admin);
		expect(data.archiveProduct.userErrors).toMatchObject([{ code: 'PRODUCT_NOT_FOUND' }]);
	});
});
