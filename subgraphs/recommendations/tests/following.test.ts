import { Transactions } from '@infinite-blob/redis/transactions';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, describe, expect, it } from 'vitest';
import { runRebuild } from '../src/rebuild/run-rebuild.ts';
import { examplePurchase, exampleSnapshot } from './history.ts';
import {
	type RecommendationsUnderTest,
	recommendationsUnderTest,
	type Setup,
} from './recommendations-under-test.ts';

const promisedMs = 2_000;

describe('the catalogue in memory', () => {
	let shop: RecommendationsUnderTest;
	afterEach(() => shop[Symbol.asyncDispose]());

	async function similar(id: string, first = 1, at = shop.url): Promise<string[]> {
		const { data, errors } = await shop.ask(
			`query ($refs: [_Any!]!, $first: Int) { _entities(representations: $refs) {
				... on Product { similar(first: $first) { id } } } }`,
			{ refs: [{ __typename: 'Product', id }], first },
			at,
		);
		expect(errors).toEqual([]);
		return data._entities[0].similar.map((product: { id: string }) => product.id);
	}

	/** Within two seconds, all replicas say so. */
	async function expectEverywhere(id: string, others: string[], first = others.length): Promise<void> {
		for (const url of shop.urls)
			await eventually(async () => expect(await similar(id, first, url)).toEqual(others), promisedMs);
	}

	async function open(setup: Setup = {}): Promise<void> {
		shop = await recommendationsUnderTest(setup);
		await shop.announce('created', 'a', ['sea'], 1, 1);
		await shop.announce('created', 'b', ['sea'], 1, 2);
		await shop.announce('created', 'c', ['moon'], 1, 3);
		await expectEverywhere('a', ['b', 'c']);
	}

	const learned = (id: string, version: number) =>
		eventually(async () => {
			const known = await shop.redis.call('JSON.GET', `recommendations:1:product:${id}`, '$.version');
			expect(known).toBe(`[${version}]`);
		});

	it('is the same at all replicas as soon as a product has come, changed or gone', async () => {
		await open({ replicas: 2 });
		await shop.announce('updated', 'c', ['sea'], 2, 3);
		await shop.announce('updated', 'b', ['moon'], 2, 2);
		await expectEverywhere('a', ['c', 'b']);
		await shop.announce('archived', 'c', ['sea'], 3, 3);
		await expectEverywhere('a', ['b'], 3);
		await expectEverywhere('c', ['a', 'b']);
		await shop.announce('created', 'new', ['moon'], 1, 4);
		await expectEverywhere('b', ['new', 'a'], 3);
	});

	it('learns at once of what changed while the connection was gone on which it would have been told', async () => {
		await open({ replicas: 2 });
		shop.traffic.isDeaf = true;
		await shop.announce('updated', 'b', ['moon'], 2, 2);
		await learned('b', 2);
		for (const url of shop.urls) expect(await similar('c', 1, url)).not.toEqual([]);
		shop.killSubscriptions();
		shop.traffic.isDeaf = false;
		await expectEverywhere('c', ['b', 'a']);
		await shop.announce('archived', 'b', ['moon'], 3, 2);
		await expectEverywhere('c', ['a'], 3);
	});

	it('learns in time of what it was not told', async () => {
		await open({ replicas: 2, lookEveryMs: 200 });
		shop.traffic.isDeaf = true;
		await shop.announce('updated', 'b', ['moon'], 2, 2);
		await expectEverywhere('c', ['b', 'a']);
	});

	it('is that of the new generation at all replicas after a rebuild', async () => {
		await open({ replicas: 2 });
		const transactions = new Transactions(shop.redis);
		const lines = async function* (all: unknown[]) {
			for (const one of all) yield JSON.stringify(one);
		};
		const snapshots = [
			exampleSnapshot({ id: 'a', tags: ['moon'] }),
			exampleSnapshot({ id: 'b', tags: ['sea'] }),
			exampleSnapshot({ id: 'd', tags: ['moon'] }),
		];
		const purchases = ['o1', 'o2'].map((order) => {
			const { paidAt, lines: bought } = examplePurchase(order, ['a', 'b']);
			return {
				orderId: order,
				paidAt,
				lines: bought.map(({ product }) => ({ productId: product, quantity: 1 })),
			};
		});
		const exports = { snapshots: () => lines(snapshots), purchases: () => lines(purchases) };
		const { signal } = new AbortController();
		const rebuilt = runRebuild(shop.redis, transactions, exports, signal, () => {});
		await expectEverywhere('a', ['d', 'b'], 3);
		await rebuilt;
		transactions[Symbol.dispose]();
		await expectEverywhere('d', ['a', 'b'], 3);
		await shop.announce('created', 'e', ['sea'], 1, 5);
		await expectEverywhere('b', ['e']);
		for (const url of shop.urls) {
			const { data } = await shop.ask(
				'{ _entities(representations: [{ __typename: "Product", id: "a" }]) { ... on Product { boughtTogether { id } } } }',
				{},
				url,
			);
			expect(data._entities).toEqual([{ boughtTogether: [{ id: 'b' }] }]);
		}
	});

	it('is whole from the first request on', async () => {
		await open();
		for (let i = 0; i < 1_200; i++) await shop.announce('created', `p${i}`, [`tag ${i % 400}`], 1, i);
		await shop.settled();
		const url = await shop.startAnother();
		for (const i of [0, 399]) {
			const alike = await similar(`p${i}`, 2, url);
			expect(alike.toSorted()).toEqual([`p${i + 400}`, `p${i + 800}`].toSorted());
		}
		expect(await similar('a', 1, url)).toEqual(['b']);
	});

	it('answers without Redis, and while Redis is away', async () => {
		await open();
		const { traffic } = shop;
		traffic.isAway = true;
		traffic.said.length = 0;
		try {
			for (let time = 0; time < 20; time++) expect(await similar('a', 2)).toEqual(['b', 'c']);
			// What the consumers of events and the reading of what is popular ask from time to time is none of a request's.
			const own = traffic.said.filter((packet) => !/^\*\d+\r\n\$\d+\r\n(x|client)/i.test(packet));
			expect(own.filter((packet) => !packet.includes('recommendations:1:trending'))).toEqual([]);
		} finally {
			traffic.isAway = false;
			// What was asked meanwhile is asked again.
			shop.killAll();
		}
	});

	it('leaves a page the questions about purchases, and none writes', async () => {
		await open();
		await shop.pay('o1', { a: 1, b: 1 });
		await shop.pay('o2', { a: 1, b: 1 });
		await shop.settled();
		const page = async (id: string) => {
			shop.traffic.said.length = 0;
			const { data } = await shop.ask(
				`{ _entities(representations: [{ __typename: "Product", id: "${id}" }]) {
					... on Product { similar { id } boughtTogether { id } } } }`,
			);
			// What consumers of events and the reading of what is popular ask may be in the same packet.
			const asked = shop.traffic.said.map((packet) =>
				packet
					.split(/(?=\*\d+\r\n\$\d+\r\n[a-z])/i)
					.filter((command) => !/^\*\d+\r\n\$\d+\r\n(x|client)|recommendations:1:trending/i.test(command))
					.map((command) => command.split('\r\n')[2]),
			);
			return { bought: data._entities[0].boughtTogether, asked: asked.filter(({ length }) => length > 0) };
		};
		const [sold, unsold] = [await page('a'), await page('c')];
		expect(sold.bought).toEqual([{ id: 'b' }]);
		expect(sold.asked).toHaveLength(2);
		expect(unsold.asked).toHaveLength(1);
		const commands = [...sold.asked, ...unsold.asked].flat();
		expect(new Set(commands)).toEqual(new Set(['zrevrangebyscore', 'get', 'hmget']));
	});

	it('of a shop that an earlier version has kept is served, and what nobody reads any more is removed', async () => {
		const known = (id: string, tag: string) => ({ version: 1, slice: '7', onSale: `t_${tag} ${id}` });
		shop = await recommendationsUnderTest({
			async before(redis) {
				const index = ['ON', 'JSON', 'PREFIX', '1', 'recommendations:1:product:', 'SCHEMA'];
				const schema = ['$.onSale', 'AS', 'features', 'TEXT', '$.slice', 'AS', 'slice', 'TAG'];
				await redis.call('FT.CREATE', 'recommendations:1:similarity', ...index, ...schema);
				const generations = { current: 1, building: null, leaving: [] };
				await redis.set('recommendations:generations', JSON.stringify(generations));
				for (const [place, id] of ['a', 'b', 'c'].entries()) {
					const document = JSON.stringify(known(id, id === 'c' ? 'moon' : 'sea'));
					await redis.call('JSON.SET', `recommendations:1:product:${id}`, '$', document);
					await redis.zadd('recommendations:1:on-sale', place, id);
				}
				await redis.hset('recommendations:1:frequencies', { t_sea: 2, t_moon: 1 });
				await redis.set('recommendations:1:changes', '3');
				await redis.set('recommendations:1:neighbours:a', '{}', 'PX', 60_000);
			},
		});
		expect(await similar('a', 3)).toEqual(['b', 'c']);
		await shop.announce('updated', 'c', ['sea'], 2, 3);
		await shop.announce('updated', 'b', ['moon'], 2, 2);
		await expectEverywhere('a', ['c', 'b']);
		await eventually(async () => {
			expect(await shop.redis.call('FT._LIST')).toEqual([]);
			expect(await shop.redis.exists('recommendations:1:frequencies', 'recommendations:1:changes')).toBe(0);
		});
	});
});
