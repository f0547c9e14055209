import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const page = `query Page($id: ID!, $withAd: Boolean = true) {
	item: product(id: $id) {
		title: name
		price { formatted }
		similar { name ...Tagged }
		ad @include(if: $withAd) { text product { name } }
	}
}
fragment Tagged on Product { tags }`;

describe('a query that spans subgraphs', () => {
	it('is put together from their answers', async () => {
		const { status, data, errors } = await shop.ask(page, { id: 'p1' });
		expect(errors).toEqual([]);
		expect(status).toBe(200);
		expect(data.item).toEqual({
			title: 'Product p1',
			price: { formatted: '$12.00' },
			similar: [
				{ name: 'Product p2', tags: ['vase'] },
				{ name: 'Product p3', tags: ['vase'] },
			],
			ad: { text: 'Look', product: { name: 'Product p2' } },
		});
	});

	it('leaves out what a variable leaves out', async () => {
		const { data } = await shop.ask(page, { id: 'p1', withAd: false });
		expect(data.item).not.toHaveProperty('ad');
	});

	it('creates sessions that later operations accept', async () => {
		const { data } = await shop.ask('mutation { createSession { token expiresAt } }');
		expect(Date.parse(data.createSession.expiresAt)).toBeGreaterThan(Date.now());
		const authorization = `Bearer ${data.createSession.token}`;
		const { data: cart } = await shop.ask('{ cart { id } }', {}, { authorization });
		expect(cart.cart.id).toMatch(/^ses_/);
	});
});

describe('a subgraph that is down', () => {
	it('costs its own fields alone, each with an error at its path', async () => {
		await shop.subgraphs.stopOne('ads');
		const { status, data, errors } = await shop.ask(page, { id: 'p1' });
		expect(status).toBe(200);
		expect(data.item).toMatchObject({ title: 'Product p1', ad: null });
		expect(data.item.similar).toHaveLength(2);
		expect(errors).toEqual([
			{
				message: 'Part of the shop does not answer right now. Try again in a moment.',
				path: ['item', 'ad'],
				extensions: { code: 'SERVICE_UNAVAILABLE', requestId: expect.any(String) },
			},
		]);
		await shop.subgraphs.startOne('ads');
		expect((await shop.ask(page, { id: 'p1' })).errors).toEqual([]);
	});

	it('is reported once for each entity of a list', async () => {
		await shop.subgraphs.stopOne('ads');
		const { data, errors } = await shop.ask('{ trending { name ad { text } } }');
		expect(data.trending).toEqual([
			{ name: 'Product p1', ad: null },
			{ name: 'Product p2', ad: null },
		]);
		expect(errors.map((error) => error.path)).toEqual([
			['trending', 0, 'ad'],
			['trending', 1, 'ad'],
		]);
		await shop.subgraphs.startOne('ads');
	});

	it('makes its root fields null and leaves the others', async () => {
		await shop.subgraphs.stopOne('recommendations');
		const { data, errors } = await shop.ask('{ hot: trending { name } product(id: "p1") { name } }');
		expect(data).toEqual({ hot: null, product: { name: 'Product p1' } });
		expect(errors.map((error) => [error.path, error.extensions?.code])).toEqual([
			[['hot'], 'SERVICE_UNAVAILABLE'],
		]);
		await shop.subgraphs.startOne('recommendations');
	});

	it('is named by readiness, which is not liveness, and by one line of the log', async () => {
		await shop.ask(page, { id: 'p1' });
		await shop.subgraphs.stopOne('ads');
		shop.log.length = 0;
		await shop.ask(page, { id: 'p1' });
		await shop.ask(page, { id: 'p1' });
		expect(shop.log.filter((line) => line.includes('"subgraph":"ads"'))).toHaveLength(1);
		const ready = await fetch(`${shop.gateway.url}/health/ready`);
		expect(ready.status).toBe(503);
		expect(await ready.json()).toMatchObject({ checks: { ads: 'failed', products: 'ok', orders: 'ok' } });
		expect((await fetch(`${shop.gateway.url}/health/live`)).status).toBe(200);
		await shop.subgraphs.startOne('ads');
		expect((await fetch(`${shop.gateway.url}/health/ready`)).status).toBe(200);
	});
});

describe('errors', () => {
	it('of a subgraph keep message, code and path, and no more', async () => {
		const { data, errors } = await shop.ask('{ product(id: "refused") { name } }');
		expect(data).toEqual({ product: null });
		expect(errors).toEqual([
			{
				message: 'Give one of them.',
				path: ['product'],
				extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) },
			},
		]);
	});

	it('that nobody expected are masked and logged under the id that the answer carries', async () => {
		const { headers, errors } = await shop.ask('{ product(id: "broken") { name } }');
		const requestId = headers.get('x-request-id');
		expect(errors).toEqual([
			{
				message: 'Something went wrong on our side.',
				path: ['product'],
				extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
			},
		]);
		expect(JSON.stringify(errors)).not.toMatch(/redis|stack|serviceName/);
		expect(shop.log.some((line) => line.includes(requestId!))).toBe(true);
	});

	it('are told and logged where there is null and may be none', async () => {
		shop.subgraphs.gone.add('p2');
		const { headers, data, errors } = await shop.ask('{ trending { id name } }');
		shop.subgraphs.gone.clear();
		expect(data).toEqual({ trending: null });
		expect(errors).toEqual([
			{
				message: 'Something went wrong on our side.',
				path: ['trending', 1, 'name'],
				extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
			},
		]);
		expect(headers.get('cache-control')).toBe('no-store');
		const line = shop.log.find((each) => each.includes(headers.get('x-request-id')!));
		expect(line).toContain('Cannot return null for non-nullable field Product.name.');
	});

	it('are a hundred at most, however much failed', async () => {
		await shop.subgraphs.stopOne('ads');
		const query = `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: trending { name ad { text } similar { ad { text } } }`).join(' ')} }`;
		const { data, errors } = await shop.ask(query);
		await shop.subgraphs.startOne('ads');
		expect(data.a49).toHaveLength(2);
		expect(errors).toHaveLength(100);
	});

	it('reach operations that lack a session as UNAUTHENTICATED', async () => {
		const { status, data, errors } = await shop.ask('{ cart { id } }');
		expect(status).toBe(200);
		expect(data).toEqual({ cart: null });
		expect(errors[0]).toMatchObject({ path: ['cart'], extensions: { code: 'UNAUTHENTICATED' } });
	});
});

it('counts operations by name, on a listener of their own', async () => {
	await shop.ask(page, { id: 'p1' });
	const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
	expect(metrics).toMatch(/gateway_operation_duration_seconds_count\{operation="Page",result="ok"\} [1-9]/);
	expect((await fetch(`${shop.gateway.url}/metrics`)).status).toBe(404);
});
