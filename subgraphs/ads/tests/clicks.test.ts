import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest } from './ads-under-test.ts';
import { campaignsAdmin } from './campaigns-admin.ts';

describe('a click on an ad', () => {
	let shop: AdsUnderTest;
	let admin: ReturnType<typeof campaignsAdmin>;
	beforeAll(async () => {
		shop = await adsUnderTest({ replicas: 2 });
		admin = campaignsAdmin(shop);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const clicks = async (id: string) => Number(await shop.redis.get(`ads:clicks:${id}`));

	it('is counted and leads to the product in the shop', async () => {
		await Promise.all(Array.from({ length: 7 }, () => shop.get('/ads/cmp_moon/click')));
		const response = await shop.get('/ads/cmp_moon/click');
		expect(response.status).toBe(302);
		expect(response.headers.get('location')).toBe('http://shop.example/products/moon-night');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await clicks('cmp_moon')).toBe(8);
	});

	it('is counted once, however many come at a time to several replicas', async () => {
		const { clicks: before } = await admin.find('cmp_vase');
		const clicked = await Promise.all(
			Array.from({ length: 100 }, (_, i) =>
				shop.get('/ads/cmp_vase/click', 'GET', shop.urls[i % shop.urls.length]),
			),
		);
		expect(new Set(clicked.map(({ status }) => status))).toEqual(new Set([302]));
		expect((await admin.find('cmp_vase')).clicks).toEqual({
			total: before.total + 100,
			today: before.today + 100,
		});
	});

	it('is counted by the day in UTC', async () => {
		await shop.get('/ads/cmp_silk/click');
		shop.passTime(12 * 60 * 60 * 1000);
		await shop.get('/ads/cmp_silk/click');
		expect((await admin.find('cmp_silk')).clicks).toEqual({ total: 2, today: 1 });
	});

	it('leads to the product when the campaign is over, and is counted', async () => {
		await admin.sell('moon-night');
		const id = await admin.start({ text: 'Get it', productHandle: 'moon-night' });
		await admin.end(id);
		const response = await shop.get(`/ads/${id}/click`);
		expect(response.status).toBe(302);
		expect(response.headers.get('location')).toBe('http://shop.example/products/moon-night');
		expect((await admin.find(id)).clicks.total).toBe(1);
	});

	it('leads nowhere else, whatever the address says', async () => {
		const response = await shop.get('/ads/cmp_vase/click?to=http://evil.example&location=//evil.example');
		expect(response.headers.get('location')).toBe('http://shop.example/products/quiet-vase');
		for (const target of [
			'/ads/cmp_unknown/click',
			'/ads/http:%2f%2fevil.example/click',
			'/ads/index:hash/click',
			'/ads/cmp_moon',
			'/ads/cmp_moon/click/more',
			'/ads//evil.example/click',
			'/ads/cmp_moon%2f..%2f/click',
			'/ads/cmp_moon%00/click',
			'/ads/%63mp_moon/click',
			'/ads/cmp_moon\\evil/click',
			'/ads/cmp_moon:2026-11-23/click',
			'/ads/index:hash/click',
			`/ads/cmp_${'x'.repeat(65)}/click`,
			`/ads/cmp_${'x'.repeat(8_000)}/click`,
		])
			expect((await shop.get(target)).status, target).toBe(404);
		for (const key of await shop.redis.keys('ads:clicks:*'))
			expect(key).toMatch(/^ads:clicks:cmp_[\w-]{4,16}(:[\d-]{10})?$/);
	});

	it('is not counted for those who only look where it leads, nor for other methods', async () => {
		const before = await clicks('cmp_silk');
		expect((await shop.get('/ads/cmp_silk/click', 'HEAD')).status).toBe(302);
		expect((await shop.get('/ads/cmp_silk/click', 'POST')).status).toBe(404);
		expect(await clicks('cmp_silk')).toBe(before);
	});

	it('is not served without the signature of the gateway', async () => {
		const response = await fetch(`${shop.url}/ads/cmp_silk/click`, { redirect: 'manual' });
		expect(response.status).toBe(401);
	});
});
