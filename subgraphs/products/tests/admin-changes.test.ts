import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { adminOf, details } from './admin-under-test.ts';
import { type ProductsUnderTest, productsUnderTest, service } from './products-under-test.ts';

describe('changes of products', () => {
	let shop: ProductsUnderTest;
	let { create, update, archive, announced }: ReturnType<typeof adminOf> = {} as never;
	beforeAll(async () => {
		shop = await productsUnderTest();
		({ create, update, archive, announced } = adminOf(shop));
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	/** Created, then changed so many times: each version once, in their order. */
	const history = (changes: number) => [
		['product.created', 1],
		...Array.from({ length: changes }, (_, i) => ['product.updated', i + 2]),
	];

	it('at once give 20 works of one name 20 handles', async () => {
		const created = await Promise.all(
			Array.from({ length: 20 }, () => create({ ...details, name: 'Same Name' })),
		);
		const numbers = Array.from({ length: 19 }, (_, i) => `same-name-${i + 2}`);
		expect(created.map(({ product }) => product.handle).toSorted()).toEqual(
			['same-name', ...numbers].toSorted(),
		);
		expect(new Set(created.map(({ product }) => product.id)).size).toBe(20);
		for (const { product } of created) expect(await announced(product.id)).toEqual(history(0));
	});

	it('leave the handle as it is, and give it to nobody else', async () => {
		const { product } = await create({ ...details, name: 'First Name' });
		const { product: renamed } = await update(product.id, { name: 'Second Name' });
		expect(renamed).toMatchObject({ id: product.id, handle: 'first-name', name: 'Second Name' });
		expect((await create({ ...details, name: 'First Name' })).product.handle).toBe('first-name-2');
		await archive(product.id);
		expect((await create({ ...details, handle: 'first-name' })).userErrors).toMatchObject([
			{ code: 'HANDLE_TAKEN', field: ['input', 'handle'] },
		]);
	});

	it('at once of different fields lose nothing, and are announced one by one', async () => {
		const { product } = await create({ ...details, name: 'Many Hands' });
		const patches = [
			{ name: 'Many Hands 2' },
			{ description: 'Other.' },
			{ tags: ['other'] },
			{ price: 2100 },
		];
		await Promise.all(patches.map((patch) => update(product.id, patch)));
		const { data } = await shop.ask(
			`{ product(id: "${product.id}") { name description tags price { amount } } }`,
		);
		expect(data.product).toEqual({
			name: 'Many Hands 2',
			description: 'Other.',
			tags: ['other'],
			price: { amount: 2100 },
		});
		expect(await announced(product.id)).toEqual(history(4));
	});

	it('at once of one field, over two replicas, are announced in the order in which they hold', async () => {
		await using replica = await shop.startAgain();
		const other = adminOf({ ...shop, ask: shop.askAt(replica.url) });
		const { product } = await create({ ...details, name: 'Two Masters' });
		const prices = Array.from({ length: 20 }, (_, i) => 1_000 + i);
		await Promise.all(
			prices.map((price) =>
				price % 2 ? other.update(product.id, { price }) : update(product.id, { price }),
			),
		);
		expect(await announced(product.id)).toEqual(history(20));
		const last = await shop.redis.xrevrange('products.events', '+', '-', 'COUNT', 1);
		const { data } = await shop.ask(`{ product(id: "${product.id}") { price { amount } } }`);
		expect(JSON.parse(last[0]?.[1][1] ?? '').data.product.price).toBe(data.product.price.amount);
	});

	it('archive: gone from lists, still there by id and handle, announced once', async () => {
		const id = productId('quiet-vase');
		for (let time = 0; time < 2; time++)
			expect(await archive(id)).toMatchObject({ product: { id, available: false }, userErrors: [] });
		const { data } = await shop.ask(
			`query ($of: [_Any!]!) {
				found: products(search: "vase") { totalCount } all: products(first: 100) { nodes { id } tagFacets { tag } }
				byId: product(id: "${id}") { available name price { amount } image { url } }
				byHandle: product(handle: "quiet-vase") { available }
				_entities(representations: $of) { ... on Product { name available } }
			}`,
			{ of: [{ __typename: 'Product', id }] },
		);
		expect(data).toMatchObject({
			found: { totalCount: 0 },
			byId: { available: false, name: 'Quiet Vase', price: { amount: 2400 } },
			byHandle: { available: false },
			_entities: [{ name: 'Quiet Vase', available: false }],
		});
		expect(data.all.nodes).not.toContainEqual({ id });
		expect(data.all.tagFacets).not.toContainEqual({ tag: 'ceramics' });
		expect(await announced(id)).toEqual([
			['product.created', 1],
			['product.archived', 2],
		]);
	});

	it('of an archived product are made and announced, and do not bring it back', async () => {
		const id = productId('quiet-vase');
		await archive(id);
		const { product } = await update(id, { name: 'Quiet Vase, sold out', price: 2500 });
		expect(product).toMatchObject({
			available: false,
			name: 'Quiet Vase, sold out',
			price: { amount: 2500 },
		});
		expect((await shop.ask('{ products(search: "vase") { totalCount } }')).data.products.totalCount).toBe(0);
		expect((await announced(id)).at(-1)).toEqual(['product.updated', 3]);
		expect((await shop.ask(`{ product(id: "${id}") { original } }`, {}, service)).errors).toEqual([]);
	});

	it('and archiving at once end archived, each announced once', async () => {
		const { product } = await create({ ...details, name: 'Going' });
		await Promise.all([
			...[2000, 2001, 2002].map((price) => update(product.id, { price })),
			archive(product.id),
			archive(product.id),
		]);
		const { data } = await shop.ask(`{ product(id: "${product.id}") { available } }`);
		expect(data.product.available).toBe(false);
		const events = await announced(product.id);
		expect(events.map(([, version]) => version)).toEqual([1, 2, 3, 4, 5]);
		expect(events.filter(([type]) => type === 'product.archived')).toHaveLength(1);
	});
});
