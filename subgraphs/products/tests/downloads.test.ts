import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { orderPaid } from '@infinite-blob/events/orders/order-paid';
import { money } from '@infinite-blob/money/money';
import { eventually } from '@infinite-blob/testing/eventually';
import { exampleLine, exampleOrder } from '@infinite-blob/testing/order-snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productId } from '../src/domain/product.ts';
import { admin, type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

describe('downloads', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest();
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function pay(orderId: string, lines: [handle: string, quantity: number][]): Promise<void> {
		const order = exampleOrder({
			id: orderId,
			lines: lines.map(([handle, quantity]) => exampleLine(productId(handle), quantity, money(100, 'USD'))),
			paidAt: 2,
		});
		await append(shop.redis, 'orders.events', makeEvent(orderPaid, orderId, { order }, 'test', Date.now()));
	}

	async function downloads(): Promise<Record<string, number>> {
		const { data } = await shop.ask('{ products(sort: MOST_DOWNLOADED) { nodes { handle downloads } } }');
		return Object.fromEntries(
			data.products.nodes.map((node: { handle: string; downloads: number }) => [node.handle, node.downloads]),
		);
	}

	it('grow by the quantities of a paid order, counted once however often it is told', async () => {
		const lines: [string, number][] = [
			['moon-night', 2],
			['quiet-vase', 1],
			['moon-night', 3],
			['no-such-product', 4],
		];
		for (let time = 0; time < 3; time++) await pay('ord_1', lines);
		await pay('ord_2', [['moon-night', 1]]);
		await eventually(async () =>
			expect(await downloads()).toEqual({ 'moon-night': 6, 'quiet-vase': 1, 'silk-dawn': 0 }),
		);
	});

	it('put the most bought first', async () => {
		expect(Object.keys(await downloads())).toEqual(['moon-night', 'quiet-vase', 'silk-dawn']);
	});

	it('are not lost to an admin who changes the product meanwhile', async () => {
		const id = productId('silk-dawn');
		const rename = (i: number) =>
			shop.ask(
				'mutation ($id: ID!, $name: String) { updateProduct(id: $id, patch: { name: $name }) { userErrors { code } } }',
				{ id, name: `Silk ${i}` },
				admin,
			);
		await Promise.all(
			Array.from({ length: 15 }, (_, i) =>
				Promise.all([pay(`ord_race_${i}`, [['silk-dawn', 2]]), rename(i)]),
			),
		);
		await eventually(async () => expect(await downloads()).toMatchObject({ 'silk-dawn': 30 }));
	});
});
