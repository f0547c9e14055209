import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest } from './ads-under-test.ts';
import { campaignsAdmin } from './campaigns-admin.ts';

const noon = 12 * 60 * 60 * 1000;

describe('the daily budget of a campaign', () => {
	let shop: AdsUnderTest;
	let admin: ReturnType<typeof campaignsAdmin>;
	beforeEach(async () => {
		shop = await adsUnderTest({ seed: [], replicas: 2 });
		admin = campaignsAdmin(shop);
		await admin.sell('moon-night', 'quiet-vase', 'silk-dawn');
	});
	afterEach(() => shop[Symbol.asyncDispose]());

	const limited = (dailyBudget: number, productHandle = 'moon-night') =>
		admin.start({ text: 'Few', productHandle, keywords: ['night'], dailyBudget });
	const unlimited = (productHandle = 'quiet-vase') => admin.start({ text: 'Many', productHandle });

	/** Asks for ads over all replicas at once. */
	async function rush(requests: number, first = 1): Promise<string[]> {
		const answers = await Promise.all(
			Array.from({ length: requests }, (_, i) =>
				admin.ads(['night'], first, shop.urls[i % shop.urls.length]),
			),
		);
		return answers.flat();
	}

	/** Until all replicas draw from the campaigns as they are now. */
	const settled = (id: string, isServed: boolean) =>
		Promise.all(
			shop.urls.map((url) =>
				eventually(async () => expect((await admin.ads([], 10, url)).includes(id)).toBe(isServed)),
			),
		);

	it('is served to the last ad and not beyond by two replicas under a rush', async () => {
		const soon = shop.now() + 30_000;
		const id = await admin.start({
			...{ text: 'Few', productHandle: 'moon-night', dailyBudget: 50 },
			startsAt: new Date(soon).toISOString(),
		});
		const other = await unlimited();
		await settled(other, true);
		await admin.end(other);
		await settled(other, false);
		shop.passTime(30_000);
		expect(await rush(200)).toEqual(Array(50).fill(id));
		const { impressions, status } = await admin.find(id);
		expect(impressions).toEqual({ total: 50, today: 50 });
		expect(status).toBe('BUDGET_SPENT');
		expect(await rush(10)).toEqual([]);
	});

	it('gives way to another campaign when it is spent, each ad counted once', async () => {
		const other = await unlimited();
		await settled(other, true);
		const before = (await admin.find(other)).impressions.total;
		const id = await limited(10);
		const ads = await rush(60);
		expect(ads).toHaveLength(60);
		expect(ads.filter((ad) => ad === id)).toHaveLength(10);
		expect((await admin.find(id)).impressions).toEqual({ total: 10, today: 10 });
		expect((await admin.find(other)).impressions.total).toBe(before + 50);
	});

	it('leaves a placement of several as many different ads as there are', async () => {
		const ids = [await limited(1), await limited(1, 'silk-dawn'), await unlimited(), await unlimited()];
		await settled(ids[3]!, true);
		const ads = await admin.ads(['night'], 3);
		expect(new Set(ads).size).toBe(ads.length);
		expect(ads).toEqual(expect.arrayContaining(ids.slice(2)));
	});

	it('holds for the placements of one request', async () => {
		await limited(5);
		const refs = Array.from({ length: 20 }, (_, i) => ({
			...{ __typename: 'Product', id: `prd_${i}`, handle: `other-${i}`, tags: ['night'] },
		}));
		const { data } = await shop.ask(
			'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { ad { id } } } }',
			{ refs },
		);
		expect(data._entities.filter(({ ad }: { ad: unknown }) => ad)).toHaveLength(5);
	});

	it('is renewed at midnight UTC, the total goes on', async () => {
		const id = await limited(3);
		expect(await admin.ads([], 1)).toEqual([id]);
		await rush(10);
		shop.passTime(noon - 1);
		expect(await rush(4)).toEqual([]);
		shop.passTime(1);
		expect(await rush(10)).toHaveLength(3);
		expect((await admin.find(id)).impressions).toEqual({ total: 6, today: 3 });
		shop.passTime(2 * noon);
		expect(await admin.find(id)).toMatchObject({
			status: 'SERVING',
			impressions: { total: 6, today: 0 },
		});
	});

	it('is followed when it is raised, lowered and taken off', async () => {
		const id = await limited(2);
		const here = async () => (await Promise.all(Array.from({ length: 8 }, () => admin.ads([])))).flat();
		expect(await here()).toHaveLength(2);
		await admin.update(id, { dailyBudget: 5 });
		expect(await here()).toHaveLength(3);
		await admin.update(id, { dailyBudget: 4 });
		expect(await here()).toEqual([]);
		expect((await admin.find(id)).impressions).toEqual({ total: 5, today: 5 });
		await admin.update(id, { dailyBudget: null });
		expect(await here()).toHaveLength(8);
	});

	it('keeps the counts of a day for a week and the total for ever', async () => {
		const id = await limited(5);
		await admin.ads([]);
		const day = new Date(shop.now()).toISOString().slice(0, 10);
		const left = await shop.redis.pttl(`ads:impressions:${id}:${day}`);
		expect(left).toBeGreaterThan(6 * 2 * noon);
		expect(left).toBeLessThan(9 * 2 * noon);
		expect(await shop.redis.pttl(`ads:impressions:${id}`)).toBe(-1);
	});
});
