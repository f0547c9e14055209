import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest, type Setup } from './ads-under-test.ts';
import { campaignsAdmin } from './campaigns-admin.ts';

/** A message that is not lost is heard long before the replica would look by itself. */
const seldom = { lookEveryMs: 60_000 };
const promisedMs = 2_000;

describe('the running campaigns', () => {
	let shop: AdsUnderTest;
	let admin: ReturnType<typeof campaignsAdmin>;
	afterEach(() => shop[Symbol.asyncDispose]());

	async function open(setup: Setup): Promise<void> {
		shop = await adsUnderTest(setup);
		admin = campaignsAdmin(shop);
		await admin.sell('moon-night', 'quiet-vase', 'silk-dawn');
		await expectEverywhere((ads) => expect(ads.length).toBe(setup.seed?.length ?? 3));
	}

	/** Within two seconds, all replicas give ads like this. */
	async function expectEverywhere(check: (ads: string[]) => void): Promise<void> {
		for (const url of shop.urls)
			await eventually(async () => check(await admin.ads([], 10, url)), promisedMs);
	}

	const at = (ms: number) => new Date(shop.now() + ms).toISOString();
	const details = { text: 'Get it', productHandle: 'moon-night' };

	it('are the same at all replicas as soon as one has been made, changed or ended', async () => {
		await open({ replicas: 2, ...seldom });
		const id = await admin.start(details);
		await expectEverywhere((ads) => expect(ads).toContain(id));
		await admin.update(id, { startsAt: at(1) });
		await expectEverywhere((ads) => expect(ads).not.toContain(id));
		await admin.update(id, { startsAt: null });
		await expectEverywhere((ads) => expect(ads).toContain(id));
		await admin.end(id);
		await expectEverywhere((ads) => expect(ads).not.toContain(id));
	});

	it('are none of a product that was archived, at all replicas', async () => {
		await open({ replicas: 2, ...seldom });
		await shop.archive('moon-night');
		await expectEverywhere((ads) => expect(ads).not.toContain('cmp_moon'));
		expect(await admin.find('cmp_moon')).toMatchObject({ status: 'PRODUCT_UNAVAILABLE' });
	});

	it('are read again when a message was lost', async () => {
		await open({});
		await shop.redis.call('JSON.SET', 'ads:campaign:cmp_moon', '$.endsAt', String(shop.now()));
		await expectEverywhere((ads) => expect(ads).not.toContain('cmp_moon'));
	});

	it('are read again when the connections to Redis broke, and messages with them', async () => {
		await open({ replicas: 2, ...seldom });
		await shop.redis.call('JSON.SET', 'ads:campaign:cmp_moon', '$.endsAt', String(shop.now()));
		shop.cut();
		await expectEverywhere((ads) => expect(ads).not.toContain('cmp_moon'));
		const id = await admin.start(details);
		await expectEverywhere((ads) => expect(ads).toContain(id));
	});

	it('begin and end at the moment they are to, without a look at Redis', async () => {
		await open(seldom);
		const id = await admin.start({ ...details, startsAt: at(10_000), endsAt: at(20_000) });
		expect(await admin.ads([], 10)).not.toContain(id);
		shop.passTime(9_999);
		expect(await admin.ads([], 10)).not.toContain(id);
		expect((await admin.find(id)).status).toBe('SCHEDULED');
		shop.passTime(1);
		expect(await admin.ads([], 10)).toContain(id);
		expect((await admin.find(id)).status).toBe('SERVING');
		shop.passTime(9_999);
		expect(await admin.ads([], 10)).toContain(id);
		shop.passTime(1);
		expect(await admin.ads([], 10)).not.toContain(id);
		expect((await admin.find(id)).status).toBe('ENDED');
	});

	it('cost a view one round trip to Redis, however many ads it has', async () => {
		await open(seldom);
		const { said: all } = shop.traffic;
		// The campaigns may still be read for the last product that came on sale.
		do {
			all.length = 0;
			await sleep(100);
		} while (all.length > 0);
		expect(await admin.ads(['calm'], 3)).toHaveLength(3);
		// What the consumer of events asks from time to time is none of the view's.
		const said = all.filter((packet) => !/^\*\d+\r\n\$\d+\r\nx/i.test(packet));
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/multi[\s\S]*incr[\s\S]*exec/i);
	});

	it('are the latest 500 at the most', async () => {
		const seed = Array.from({ length: 501 }, (_, i) => ({
			...{ id: `cmp_${i}`, text: 'Get it', productHandle: 'moon-night', keywords: [`k${i}`], weight: 1 },
		}));
		shop = await adsUnderTest({ seed });
		admin = campaignsAdmin(shop);
		await admin.sell('moon-night');
		await eventually(async () => expect((await admin.find('cmp_1')).status).toBe('SERVING'));
		expect(await admin.ads(['k1'])).toEqual(['cmp_1']);
		expect((await admin.find('cmp_0')).status).toBe('CROWDED_OUT');
		expect(await admin.ads(['k0'])).not.toContain('cmp_0');
		await admin.end('cmp_500');
		expect(await admin.ads(['k0'])).toEqual(['cmp_0']);
	});

	it('of a shop that was there before are served, counted on and listed as they were', async () => {
		const old = { id: 'cmp_old', text: 'Old', productHandle: 'moon-night', keywords: ['old'], weight: 0.5 };
		const before = async (redis: Redis) => {
			await redis.call('JSON.SET', 'ads:campaign:cmp_old', '$', JSON.stringify(old));
			await redis.mset('ads:seeded', 1, 'ads:impressions:cmp_old', 40, 'ads:clicks:cmp_old', 4);
		};
		shop = await adsUnderTest({ seed: [], before, replicas: 2 });
		admin = campaignsAdmin(shop);
		await admin.sell('moon-night');
		await expectEverywhere((ads) => expect(ads).toEqual(['cmp_old']));
		await shop.get('/ads/cmp_old/click');
		const { impressions, clicks, ...rest } = await admin.find('cmp_old');
		expect(rest).toMatchObject({
			...old,
			startsAt: null,
			endsAt: null,
			dailyBudget: null,
			status: 'SERVING',
		});
		expect(impressions.total).toBe(40 + impressions.today);
		expect(clicks).toEqual({ total: 5, today: 1 });
		const latest = await admin.start(details);
		const { nodes, pageInfo } = await admin.list(1);
		expect(nodes).toEqual([{ id: latest }]);
		expect((await admin.list(1, pageInfo.endCursor)).nodes).toEqual([{ id: 'cmp_old' }]);
		expect((await admin.update('cmp_old', { dailyBudget: 1 })).campaign.status).toBe('BUDGET_SPENT');
	});

	it('are drawn by the weights they have now', async () => {
		await open({});
		await admin.update('cmp_silk', { weight: 9 });
		const drawn = await Promise.all(Array.from({ length: 200 }, () => admin.ads(['calm'])));
		const ofSilk = drawn.flat().filter((id) => id === 'cmp_silk').length;
		expect(ofSilk).toBeGreaterThan(140);
		expect(ofSilk).toBeLessThan(160);
	});
});
