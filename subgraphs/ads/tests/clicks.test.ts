import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest } from './ads-under-test.ts';

describe('a click on an ad', () => {
	let shop: AdsUnderTest;
	beforeAll(async () => {
		shop = await adsUnderTest();
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
		])
			expect((await shop.get(target)).status).toBe(404);
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
