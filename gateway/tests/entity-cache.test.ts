import { setTimeout as sleep } from 'node:timers/promises';
import { append } from '@infinite-blob/events/append';
import { makeEvent } from '@infinite-blob/events/envelope';
import { countedChannel } from '@infinite-blob/events/products/counted-channel';
import { productUpdated } from '@infinite-blob/events/products/product-updated';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
let redis: Redis;
beforeEach(async () => {
	shop = await startTestShop({ entityCache: true });
	redis = await connectRedis(shop.redisUrl, 'test');
});
afterEach(async () => {
	disconnect(redis);
	await shop?.[Symbol.asyncDispose]();
});

const priceOf = 'query ($id: ID!) { product(id: $id) { name price { amount } } }';
const hot = '{ trending { name price { amount } } }';
const asked = (subgraph: string) => shop.subgraphs.asked.get(subgraph) ?? 0;
const amount = (data: { product: { price: { amount: number } } }) => data.product.price.amount;

function changed(id: string, price: number) {
	shop.subgraphs.prices.set(id, price);
	const product = {
		id,
		handle: `handle-${id}`,
		name: `Product ${id}`,
		description: '',
		tags: ['vase'],
		price,
	};
	const data = { product: { ...product, available: true, createdAt: 0, version: 2 } };
	return makeEvent(productUpdated, id, data, 'request', Date.now());
}

describe('what is public', () => {
	it('is asked for once, root fields and entities alike', async () => {
		for (let i = 0; i < 3; i++) {
			expect((await shop.ask(priceOf, { id: 'p1' })).data.product.name).toBe('Product p1');
			expect((await shop.ask(hot)).data.trending).toHaveLength(2);
		}
		// A root field, and the entities of the list.
		expect(asked('products')).toBe(2);
		expect(asked('recommendations')).toBe(1);
	});

	it('is told apart by selection, arguments and representation', async () => {
		const queries = ['name', 'price { amount }', 'price(currency: EUR) { amount }', 'a: name'];
		for (const selection of queries) {
			for (const id of ['p1', 'p2']) await shop.ask(`{ product(id: "${id}") { ${selection} } }`);
		}
		expect(asked('products')).toBe(8);
	});

	it('is asked for once by many at the same moment', async () => {
		shop.subgraphs.latencyMs = 50;
		const answers = await Promise.all(Array.from({ length: 20 }, () => shop.ask(hot)));
		for (const { data, errors } of answers) {
			expect(errors).toEqual([]);
			expect(data.trending[1]).toEqual({ name: 'Product p2', price: { amount: 1200 } });
		}
		expect(asked('products')).toBe(1);
		expect(asked('recommendations')).toBe(1);
	});

	it('is shared by all gateways through Redis', async () => {
		await shop.ask(hot);
		await eventually(async () => expect(await redis.keys('gateway:cache:*')).toHaveLength(3));
		const other = await shop.another();
		expect((await other.ask(hot)).data.trending).toHaveLength(2);
		expect([asked('products'), asked('recommendations')]).toEqual([1, 1]);
	});

	it('is asked for anew where Redis has something else', async () => {
		await shop.ask(hot);
		await eventually(async () => expect(await redis.keys('gateway:cache:*')).toHaveLength(3));
		for (const key of await redis.keys('gateway:cache:*')) {
			for (const field of await redis.hkeys(key)) await redis.hset(key, field, '{');
		}
		const other = await shop.another();
		const { data, errors } = await other.ask(hot);
		expect([data.trending.length, errors]).toEqual([2, []]);
	});

	it('is counted by where it was found', async () => {
		await shop.ask(hot);
		await shop.ask(hot);
		const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		expect(metrics).toContain('gateway_cache_lookups_total{subgraph="products",lookup="missed"} 2');
		expect(metrics).toContain('gateway_cache_lookups_total{subgraph="products",lookup="local"} 2');
		const { authorization } = await shop.session();
		await shop.ask('{ cart { id } product(id: "p1") { ad { text } } }', {}, { authorization });
		const after = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		expect(after).not.toMatch(/gateway_cache_lookups_total\{subgraph="(cart|ads)"/);
	});
});

describe('a changed price', () => {
	it('is seen through every gateway within 100 ms', async () => {
		const other = await shop.another();
		const gateways = [shop, other];
		for (const { ask } of gateways) {
			expect(amount((await ask(priceOf, { id: 'p1' })).data)).toBe(1200);
			expect((await ask(hot)).data.trending[0].price.amount).toBe(1200);
		}
		for (const price of [1300, 1400, 1500]) {
			await append(redis, 'products.events', changed('p1', price));
			await sleep(100);
			for (const { ask } of gateways) {
				expect(amount((await ask(priceOf, { id: 'p1' })).data)).toBe(price);
				expect((await ask(hot)).data.trending[0].price.amount).toBe(price);
			}
		}
	});

	it('is not kept of services that may not have heard of it yet', async () => {
		await shop.ask(hot);
		await append(redis, 'products.events', changed('p1', 1300));
		await sleep(100);
		for (const times of [2, 3, 4]) {
			await shop.ask(hot);
			expect(asked('recommendations')).toBe(times);
		}
		await eventually(async () => {
			const before = asked('recommendations');
			await shop.ask(hot);
			expect(asked('recommendations')).toBe(before);
		});
	});

	it('leaves what is known of other products', async () => {
		await shop.ask(hot);
		await append(redis, 'products.events', changed('p1', 1300));
		await sleep(100);
		await shop.ask(hot);
		const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		// Two of the first time, and one of the second.
		expect(metrics).toContain('gateway_cache_lookups_total{subgraph="products",lookup="missed"} 3');
	});

	it('is not covered by an answer that was on its way', async () => {
		shop.subgraphs.latencyMs = 300;
		const before = shop.ask(priceOf, { id: 'p1' });
		await eventually(() => expect(asked('products')).toBe(1));
		await sleep(50);
		await append(redis, 'products.events', changed('p1', 1300));
		await sleep(50);
		const after = shop.ask(priceOf, { id: 'p1' });
		const { data, headers } = await before;
		expect([amount(data), headers.get('cache-control')]).toEqual([1200, 'no-store']);
		expect(amount((await after).data)).toBe(1300);
		shop.subgraphs.latencyMs = 0;
		expect(amount((await shop.ask(priceOf, { id: 'p1' })).data)).toBe(1300);
	});

	it('is seen within seconds when its message is lost', async () => {
		expect(amount((await shop.ask(priceOf, { id: 'p1' })).data)).toBe(1200);
		// On the stream, and not on the channel.
		await redis.xadd('products.events', '*', 'event', JSON.stringify(changed('p1', 1300)));
		await eventually(
			async () => expect(amount((await shop.ask(priceOf, { id: 'p1' })).data)).toBe(1300),
			8_000,
		);
	});
});

describe('a message that is none', () => {
	it('is logged, and the next one heeded', async () => {
		expect(amount((await shop.ask(priceOf, { id: 'p1' })).data)).toBe(1200);
		for (const channel of ['products.events', countedChannel]) {
			for (const text of ['{', '7', 'null', '"p1"', '[null]']) await redis.publish(channel, text);
		}
		await redis.xadd('products.events', '*', 'event', '{');
		await append(redis, 'products.events', changed('p1', 1300));
		await eventually(async () => expect(amount((await shop.ask(priceOf, { id: 'p1' })).data)).toBe(1300));
		expect(shop.log.join('')).toContain('changes of the catalogue cannot be read');
	});
});

describe('a count of downloads that has grown', () => {
	it('is seen through every gateway within 100 ms', async () => {
		const other = await shop.another();
		const downloads = 'query ($id: ID!) { product(id: $id) { downloads } trending { downloads } }';
		for (const { ask } of [shop, other]) await ask(downloads, { id: 'p1' });
		shop.subgraphs.downloads.set('p1', 7);
		await redis.publish(countedChannel, JSON.stringify(['p1']));
		await sleep(100);
		for (const { ask } of [shop, other]) {
			const { data } = await ask(downloads, { id: 'p1' });
			expect(data).toEqual({ product: { downloads: 7 }, trending: [{ downloads: 7 }, { downloads: 0 }] });
		}
	});
});

describe('what is not public', () => {
	it('is asked for by each viewer, at the same moment as well', async () => {
		const sessions = await Promise.all(Array.from({ length: 10 }, () => shop.session()));
		for (let round = 0; round < 2; round++) {
			const carts = await Promise.all(
				sessions.map(({ authorization }) => shop.ask('{ cart { id } }', {}, { authorization })),
			);
			expect(carts.map(({ data }) => data.cart.id)).toEqual(sessions.map(({ id }) => id));
		}
		expect(asked('cart')).toBe(20);
		expect(await redis.keys('gateway:cache:*')).toEqual([]);
	});

	it('is an ad: each one served is an impression', async () => {
		for (let i = 0; i < 3; i++) await shop.ask('{ product(id: "p1") { name ad { text } } }');
		expect(asked('ads')).toBe(3);
		expect(asked('products')).toBe(1);
	});

	it('is an answer with errors', async () => {
		for (let i = 0; i < 3; i++) {
			const { errors } = await shop.ask('{ product(id: "broken") { name } }');
			expect(errors[0]?.path).toEqual(['product']);
		}
		expect(asked('products')).toBe(3);
	});
});

describe('Cache-Control', () => {
	const cacheControl = async (query: string, headers: Record<string, string> = {}) => {
		const address = `${shop.gateway.url}/graphql?query=${encodeURIComponent(query)}`;
		const init = { headers: { 'apollo-require-preflight': '1', ...headers } };
		return (await fetch(address, init)).headers.get('cache-control');
	};

	it('tells for how long the part that expires first may be kept', async () => {
		expect(await cacheControl('{ product(id: "p1") { name } }')).toBe('max-age=60, public');
		expect(await cacheControl('{ product(id: "p1") { name downloads } }')).toBe('max-age=10, public');
		expect(await cacheControl('{ trending { id } product(id: "p1") { name } }')).toMatch(
			/^max-age=(29|30), public$/,
		);
	});

	it('tells how long is left of what was kept', async () => {
		await cacheControl('{ product(id: "p1") { name } }');
		await sleep(1_100);
		expect(await cacheControl('{ product(id: "p1") { name } }')).toBe('max-age=58, public');
	});

	it('forbids it for what is private, has an ad or an error in it', async () => {
		const { authorization } = await shop.session();
		expect(await cacheControl('{ cart { id } }', { authorization })).toBe('no-store');
		expect(await cacheControl('{ product(id: "p1") { name ad { text } } }')).toBe('no-store');
		expect(await cacheControl('{ product(id: "broken") { name } }')).toBe('no-store');
		expect(await cacheControl('{ nothing }')).toBe('no-store');
		expect(await cacheControl('{ __schema { queryType { name } } }')).toBe('no-store');
	});
});
