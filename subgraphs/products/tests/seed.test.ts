import { describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { admin, productsUnderTest } from './products-under-test.ts';

const count = '{ products { totalCount } }';

describe('the seed', () => {
	it('fills an empty shop, announces each product, and is not repeated', async () => {
		await using shop = await productsUnderTest();
		const events = await shop.redis.xlen('products.events');
		expect(events).toBe(3);
		await shop.ask(
			'mutation ($id: ID!) { archiveProduct(id: $id) { userErrors { code } } }',
			{ id: productId('moon-night') },
			admin,
		);
		await using _again = await shop.startAgain();
		expect((await shop.ask(count)).data.products.totalCount).toBe(2);
		expect(await shop.redis.xlen('products.events')).toBe(events + 1);
	});

	it('is taken up again after a crash, and makes nothing twice when replicas start together', async () => {
		await using shop = await productsUnderTest();
		await shop.redis.set('products:seed', 'begun');
		await shop.redis.del(`products:product:${productId('silk-dawn')}`, 'products:handle:silk-dawn');
		const replicas = await Promise.all([shop.startAgain('2'), shop.startAgain('3')]);
		for (const replica of replicas) await replica[Symbol.asyncDispose]();
		expect((await shop.ask(count)).data.products.totalCount).toBe(3);
		expect(await shop.redis.xlen('products.events')).toBe(4);
		expect(await shop.redis.get('products:seed')).toBe('done');
	});

	it('leaves a shop alone that was filled by hand', async () => {
		await using shop = await productsUnderTest();
		const id = productId('silk-dawn');
		await shop.redis.del('products:seed', `products:product:${id}`, 'products:handle:silk-dawn');
		await using _again = await shop.startAgain();
		expect((await shop.ask(count)).data.products.totalCount).toBe(2);
	});

	it('gives the documents of an older shop what lists are sorted by today', async () => {
		await using shop = await productsUnderTest();
		const key = `products:product:${productId('quiet-vase')}`;
		await shop.redis.call('JSON.DEL', key, '$.nameNumber');
		await shop.redis.del('products:form');
		await using _again = await shop.startAgain();
		const page = `query ($after: String) { products(sort: NAME, first: 1, after: $after) {
			nodes { handle } pageInfo { endCursor } } }`;
		const first = (await shop.ask(page)).data.products;
		expect(first.nodes[0].handle).toBe('moon-night');
		const { nodes } = (await shop.ask(page, { after: first.pageInfo.endCursor })).data.products;
		expect(nodes[0].handle).toBe('quiet-vase');
	});
});
