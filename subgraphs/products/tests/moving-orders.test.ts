import { randomInt } from 'node:crypto';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { Transactions } from '@infinite-blob/redis/transactions';
import { anonymous } from '@infinite-blob/session/viewer';
import { ask } from '@infinite-blob/testing/subgraph-client';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProductIds } from '../src/domain/product-ids.ts';
import { ProductRepository } from '../src/product-repository.ts';
import { Snapshots } from '../src/snapshots.ts';
import { admin, type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

const query = `query ($first: Int, $after: String, $last: Int, $before: String, $sort: ProductSort, $search: String) {
	products(first: $first, after: $after, last: $last, before: $before, sort: $sort, search: $search) {
		totalCount nodes { id handle } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
	}
}`;
const handles = Array.from({ length: 9 }, (_, i) => `art-${i}`);

describe.each([
	{ sort: 'MOST_DOWNLOADED', search: undefined },
	{ sort: 'RELEVANCE', search: 'art' },
])('a list by $sort', (list) => {
	let shop: ProductsUnderTest;
	beforeEach(async () => {
		shop = await productsUnderTest(handles.map((handle) => ({ handle, name: handle.replace('-', ' ') })));
	});
	afterEach(() => shop[Symbol.asyncDispose]());

	async function page(variables: Record<string, unknown>) {
		const { data, errors } = await shop.ask(query, { ...list, ...variables });
		expect(errors).toEqual([]);
		return data.products;
	}
	const namesOf = ({ nodes }: { nodes: { handle: string }[] }) => nodes.map(({ handle }) => handle);
	async function buy(productId: string, quantity: number): Promise<void> {
		using transactions = new Transactions(shop.redis);
		const products = new ProductRepository(shop.redis, transactions, Date.now);
		await products.countDownloads(`ord_${randomInt(2 ** 32)}`, [{ productId, quantity }]);
	}

	it('goes on as it was at its first page, whatever is bought, added or archived meanwhile', async () => {
		const whole = await page({ first: 100 });
		const first = await page({ first: 3 });
		expect(namesOf(first)).toEqual(namesOf(whole).slice(0, 3));
		await buy(whole.nodes[8].id, 50);
		await buy(whole.nodes[0].id, 7);
		const input = { name: 'Art new', description: '', tags: [], price: 1 };
		await shop.ask(
			'mutation ($input: ProductInput!) { createProduct(input: $input) { product { id } } }',
			{ input },
			admin,
		);
		await shop.ask(
			'mutation ($id: ID!) { archiveProduct(id: $id) { product { id } } }',
			{ id: whole.nodes[4].id },
			admin,
		);
		const second = await page({ first: 3, after: first.pageInfo.endCursor });
		const third = await page({ first: 3, after: second.pageInfo.endCursor });
		expect(namesOf(second)).toEqual([namesOf(whole)[3], namesOf(whole)[5]]);
		expect(namesOf(third)).toEqual(namesOf(whole).slice(6));
		expect(third.pageInfo.hasNextPage).toBe(false);
		expect(second.totalCount).toBe(9);
		const back = await page({ last: 2, before: third.pageInfo.startCursor });
		expect(namesOf(back)).toEqual([namesOf(whole)[5]]);
		// A new list begins with what is bought most by now.
		expect(namesOf(await page({ first: 2 }))).toEqual([namesOf(whole)[8], namesOf(whole)[0]]);
	});

	it('is ranked once for those who ask within a few seconds, and anew when the catalogue changes', async () => {
		const first = await page({ first: 3 });
		await buy(first.nodes[2].id, 50);
		expect(namesOf(await page({ first: 3 }))).toEqual(namesOf(first));
		expect((await page({ first: 3 })).pageInfo).toEqual(first.pageInfo);
		const patch = { price: 5 };
		await shop.ask(
			'mutation ($id: ID!, $patch: ProductPatch!) { updateProduct(id: $id, patch: $patch) { product { id } } }',
			{ id: first.nodes[0].id, patch },
			admin,
		);
		expect(namesOf(await page({ first: 1 }))).toEqual([namesOf(first)[2]]);
	});

	it('tells when its snapshot is not kept any more', async () => {
		const { pageInfo } = await page({ first: 3 });
		const [key] = await shop.redis.keys('products:snapshot:*');
		expect(await shop.redis.pttl(key as string)).toBeGreaterThan(9 * 60_000);
		expect(await shop.redis.pttl(key as string)).toBeLessThanOrEqual(10 * 60_000);
		await shop.redis.del(key as string);
		const { data, errors } = await shop.ask(query, { ...list, first: 3, after: pageInfo.endCursor });
		expect(data.products).toBeNull();
		expect(errors[0]?.extensions?.code).toBe('CURSOR_EXPIRED');
	});

	it('refuses a cursor with another place or snapshot than it can have', async () => {
		const { pageInfo } = await page({ first: 3 });
		const [kind, [snapshot]] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString());
		const code = async (position: unknown) => {
			const after = Buffer.from(JSON.stringify([kind, position])).toString('base64url');
			const { errors } = await shop.ask(query, { ...list, after });
			return errors[0]?.extensions?.code;
		};
		for (const position of [[snapshot, -1], [snapshot, 1.5], [snapshot, 1e9], [snapshot], ['*', 1], 3, null])
			expect(await code(position)).toBe('BAD_USER_INPUT');
		expect(await code(['A'.repeat(16), 1])).toBe('CURSOR_EXPIRED');
	});

	it('is continued by any replica, and kept for cursors alone', async () => {
		await shop.ask(
			'{ products(sort: MOST_DOWNLOADED) { totalCount nodes { id } pageInfo { hasNextPage } } }',
		);
		expect(await shop.redis.keys('products:snapshot:*')).toEqual([]);
		const { pageInfo, nodes } = await page({ first: 3 });
		await using other = await shop.startAgain();
		const { data } = await ask(other.url, anonymous, query, { ...list, after: pageInfo.endCursor });
		expect(namesOf(data.products)).toHaveLength(6);
		expect(namesOf(data.products)).not.toContain(nodes[0].handle);
	});
});

it('keeps a bounded number of snapshots, the latest ones', async () => {
	await using server = await startTestRedis();
	const redis = await connectRedis(server.url, 'tests');
	try {
		// Those of one moment are in no order.
		let moment = Date.now();
		const snapshots = new Snapshots(redis, () => moment++);
		const ids = [`prd_${'0123456789'.repeat(2)}`, `prd_${'ab'.repeat(10)}`];
		const kept: string[] = [];
		for (let i = 0; i < 2_005; i++)
			kept.push(await snapshots.keep({ ids: ProductIds.of(ids), total: i, correctedSearch: 'moon' }));
		expect(await redis.zcard('products:snapshots')).toBe(2_000);
		expect(await redis.keys('products:snapshot:*')).toHaveLength(2_000);
		expect(await snapshots.find(kept[0] as string)).toBeUndefined();
		const { ids: found, ...rest } = (await snapshots.find(kept.at(-1) as string))!;
		expect(found.slice(0, 9)).toEqual(ids);
		expect(rest).toEqual({ total: 2_004, correctedSearch: 'moon' });
	} finally {
		disconnect(redis);
	}
});
