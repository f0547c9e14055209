import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
let proxy: TcpProxy;
let other: Awaited<ReturnType<TestShop['another']>>;
let isDeaf = false;
beforeEach(async () => {
	isDeaf = false;
	shop = await startTestShop();
	// A Redis that is stopped takes commands and answers none.
	proxy = await TcpProxy.start(shop.redisUrl, () => ({ answered: (data) => (isDeaf ? undefined : data) }));
	const redisUrl = `redis://127.0.0.1:${proxy.port}`;
	other = await shop.another({ redisUrl, entityCache: true, rateLimits: { session: 10, address: 10_000 } });
});
afterEach(async () => {
	await shop?.[Symbol.asyncDispose]();
	await proxy?.[Symbol.asyncDispose]();
});

const query = '{ trending { name } product(id: "p1") { name } }';

async function askTimed() {
	const before = performance.now();
	const { data, errors } = await other.ask(query);
	return { data, errors, ms: performance.now() - before };
}

describe('a Redis that does not answer', () => {
	it('costs the first requests a quarter of a second, the others nothing, and no data', async () => {
		isDeaf = true;
		const answers = [];
		for (let i = 0; i < 20; i++) {
			const answer = await askTimed();
			expect(answer.errors).toEqual([]);
			expect(answer.data.trending).toHaveLength(2);
			answers.push(answer.ms);
		}
		expect(Math.max(...answers)).toBeLessThan(2_000);
		expect(answers.toSorted((a, b) => a - b)[10]).toBeLessThan(100);
		const told = other.log.filter((line) => line.includes('Redis does not answer'));
		expect(told).toHaveLength(1);
	});

	it('leaves the limits to each gateway', async () => {
		isDeaf = true;
		const { authorization } = await shop.session();
		const statuses = [];
		for (let i = 0; i < 12; i++) statuses.push((await other.ask(query, {}, { authorization })).status);
		expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
	});
});

describe('a Redis that is gone', () => {
	it('costs nothing', async () => {
		await proxy[Symbol.asyncDispose]();
		for (let i = 0; i < 5; i++) {
			const { errors, ms } = await askTimed();
			expect(errors).toEqual([]);
			expect(ms).toBeLessThan(500);
		}
	});
});
