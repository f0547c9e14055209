import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest } from './ads-under-test.ts';
import { campaignsAdmin, operations } from './campaigns-admin.ts';

describe('the admin of campaigns', () => {
	let shop: AdsUnderTest;
	let admin: ReturnType<typeof campaignsAdmin>;
	beforeAll(async () => {
		shop = await adsUnderTest();
		admin = campaignsAdmin(shop);
		await admin.sell('moon-night', 'quiet-vase', 'gone');
		await shop.archive('gone');
		await eventually(async () => expect(await shop.redis.get('ads:product:gone')).toContain('false'));
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	const details = { text: 'Get it', productHandle: 'moon-night' };
	const at = (ms: number) => new Date(shop.now() + ms).toISOString();
	const document = async (id: string) => shop.redis.call('JSON.GET', `ads:campaign:${id}`, '$');

	it.each([
		['create', { input: details }],
		['update', { id: 'cmp_moon', patch: { weight: 2 } }],
		['end', { id: 'cmp_moon' }],
		['find', { id: 'cmp_moon' }],
		['list', {}],
	] as const)('alone may %s', async (operation, variables) => {
		const before = await document('cmp_moon');
		for (const viewer of [
			undefined,
			{ kind: 'session', sessionId: 'ses_1' } as const,
			{ kind: 'service', name: 'orders' } as const,
		]) {
			const { data, errors } = await shop.ask(operations[operation], variables, viewer);
			expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
			expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
		}
		expect(await document('cmp_moon')).toBe(before);
		expect((await admin.list()).totalCount).toBe(3);
	});

	it('starts a campaign of little more than a text and a product, served at once', async () => {
		const { campaign, userErrors } = await admin.create({ ...details, text: ' Get it ', keywords: ['New'] });
		expect(userErrors).toEqual([]);
		expect(campaign).toEqual({
			...{ id: expect.stringMatching(/^cmp_[\w-]{16}$/), text: 'Get it' },
			...{ productHandle: 'moon-night', product: { id: 'prd_moon-night', handle: 'moon-night' } },
			...{ keywords: ['new'], weight: 1, startsAt: null, endsAt: null, dailyBudget: null },
			...{ status: 'SERVING', impressions: { total: 0, today: 0 }, clicks: { total: 0, today: 0 } },
		});
		expect(await admin.ads(['new'])).toEqual([campaign.id]);
		await shop.get(`/ads/${campaign.id}/click`);
		expect(await admin.find(campaign.id)).toEqual({
			...campaign,
			...{ impressions: { total: 1, today: 1 }, clicks: { total: 1, today: 1 } },
		});
		await admin.end(campaign.id);
	});

	it('plans one with all that it may have', async () => {
		const all = {
			...{ ...details, keywords: ['a b', 'c'], weight: 0.5, dailyBudget: 7 },
			...{ startsAt: at(1_000), endsAt: at(2_000) },
		};
		const { campaign } = await admin.create(all);
		expect(campaign).toMatchObject({ ...all, status: 'SCHEDULED' });
	});

	it('changes what the patch names and nothing else', async () => {
		const id = await admin.start({ ...details, keywords: ['x'], dailyBudget: 7, endsAt: at(5_000) });
		const before = await admin.find(id);
		expect((await admin.update(id, { text: 'New text' })).campaign).toEqual({ ...before, text: 'New text' });
		const { campaign } = await admin.update(id, {
			...{ text: null, keywords: [], productHandle: 'quiet-vase', endsAt: null, dailyBudget: null },
		});
		expect(campaign).toEqual({
			...{ ...before, text: 'New text', keywords: [], endsAt: null, dailyBudget: null },
			...{ productHandle: 'quiet-vase', product: { id: 'prd_quiet-vase', handle: 'quiet-vase' } },
		});
		await admin.end(id);
	});

	it('keeps the changes of others who change the same campaign at the same time', async () => {
		const id = await admin.start(details);
		const patches = [{ text: 'New' }, { weight: 9 }, { dailyBudget: 3 }, { keywords: ['k'] }];
		await Promise.all(patches.map((patch) => admin.update(id, patch)));
		expect(await admin.find(id)).toMatchObject({ text: 'New', weight: 9, dailyBudget: 3, keywords: ['k'] });
		await admin.end(id);
	});

	it('tells that a campaign is over when it has just ended it', async () => {
		const id = await admin.start({ ...details, keywords: ['just'] });
		shop.setPace(1);
		try {
			expect((await admin.end(id)).campaign.status).toBe('ENDED');
		} finally {
			shop.setPace(0);
		}
	});

	it('ends a campaign once, and may let it go on', async () => {
		const id = await admin.start({ ...details, keywords: ['ending'] });
		const { campaign } = await admin.end(id);
		expect(campaign).toMatchObject({ status: 'ENDED', endsAt: at(0) });
		expect(await admin.ads(['ending'])).not.toContain(id);
		shop.passTime(1_000);
		expect((await admin.end(id)).campaign.endsAt).toBe(campaign.endsAt);
		expect((await admin.update(id, { text: 'Over' })).campaign).toMatchObject({
			text: 'Over',
			status: 'ENDED',
		});
		expect((await admin.update(id, { endsAt: null })).campaign.status).toBe('SERVING');
		expect(await admin.ads(['ending'])).toEqual([id]);
		await admin.end(id);
	});

	it('may end a campaign that has not begun', async () => {
		const id = await admin.start({ ...details, startsAt: at(10_000), endsAt: at(20_000) });
		expect((await admin.end(id)).campaign.status).toBe('ENDED');
		expect((await admin.update(id, { endsAt: at(5_000) })).userErrors[0].code).toBe('INVALID_DATES');
	});

	it.each<[code: string, field: string, wrong: unknown]>([
		['INVALID_INPUT', 'text', ' '],
		['INVALID_INPUT', 'text', 'x'.repeat(121)],
		['INVALID_INPUT', 'text', 'two\nlines'],
		['INVALID_INPUT', 'text', 'two\u2028lines'],
		['INVALID_INPUT', 'text', 'half an emoji \ud83c'],
		['INVALID_INPUT', 'keywords', Array.from({ length: 51 }, (_, i) => `k${i}`)],
		['INVALID_INPUT', 'keywords', ['fine', '{x}']],
		['INVALID_INPUT', 'keywords', ['x'.repeat(41)]],
		['INVALID_WEIGHT', 'weight', 0],
		['INVALID_WEIGHT', 'weight', -1],
		['INVALID_WEIGHT', 'weight', 1_000.5],
		['INVALID_BUDGET', 'dailyBudget', 0],
		['INVALID_BUDGET', 'dailyBudget', 1_000_000_001],
		['INVALID_DATES', 'startsAt', '1969-12-31T23:59:59.999Z'],
		['INVALID_DATES', 'endsAt', '9999-12-31T23:59:59-01:00'],
		['INVALID_DATES', 'endsAt', '2001-01-01T00:00:00Z'],
		['PRODUCT_NOT_FOUND', 'productHandle', 'unheard-of'],
		['PRODUCT_NOT_FOUND', 'productHandle', ''],
		['PRODUCT_NOT_FOUND', 'productHandle', 'a:b*'],
		['PRODUCT_NOT_FOUND', 'productHandle', 'x'.repeat(100_000)],
		['PRODUCT_UNAVAILABLE', 'productHandle', 'gone'],
	])('is told %s of "%s" (case %#), and nothing is changed', async (code, field, wrong) => {
		const before = await document('cmp_vase');
		const { totalCount } = await admin.list();
		const updated = await admin.update('cmp_vase', { weight: 5, text: 'Changed', [field]: wrong });
		expect(updated.campaign).toBeNull();
		expect(updated.userErrors).toMatchObject([{ code, field: ['patch', field] }]);
		const created = await admin.create({ ...details, [field]: wrong });
		expect(created.campaign).toBeNull();
		expect(created.userErrors).toMatchObject([{ code, field: ['input', field] }]);
		expect(await document('cmp_vase')).toBe(before);
		expect((await admin.list()).totalCount).toBe(totalCount);
	});

	it('is told that a campaign would end before it starts, whichever of the dates is changed', async () => {
		const input = { ...details, startsAt: at(2_000), endsAt: at(2_000) };
		expect((await admin.create(input)).userErrors).toMatchObject([
			{ code: 'INVALID_DATES', field: ['input', 'endsAt'] },
		]);
		const id = await admin.start({ ...input, endsAt: at(3_000) });
		for (const patch of [{ startsAt: at(3_000) }, { endsAt: at(2_000) }])
			expect((await admin.update(id, patch)).userErrors[0].code).toBe('INVALID_DATES');
		expect((await admin.update(id, { startsAt: at(3_000), endsAt: at(3_001) })).userErrors).toEqual([]);
	});

	it('is told of everything that is wrong at once', async () => {
		const wrong = { text: '', productHandle: 'unheard-of', weight: 0, dailyBudget: 0, endsAt: at(0) };
		const { userErrors } = await admin.create(wrong);
		expect(userErrors.map(({ field }: { field: string[] }) => field[1]).toSorted()).toEqual(
			Object.keys(wrong).toSorted(),
		);
	});

	it.each([
		['unknown', 'cmp_unknown'],
		['no id', 'nonsense'],
		['another key', 'index:hash'],
		['empty', ''],
		['a pattern', '*'],
		['of absurd length', `cmp_${'x'.repeat(100_000)}`],
	])('is told that there is no campaign of an id that is %s', async (_, id) => {
		expect(await admin.find(id)).toBeNull();
		const notFound = { campaign: null, userErrors: [{ code: 'CAMPAIGN_NOT_FOUND', field: ['id'] }] };
		expect(await admin.update(id, { weight: 2 })).toMatchObject(notFound);
		expect(await admin.end(id)).toMatchObject(notFound);
		if (id !== 'index:hash') expect(await shop.redis.exists(`ads:campaign:${id}`)).toBe(0);
	});

	it.each([
		'soon',
		'week 7',
		'5',
		'12/25/2030',
		'2027-02-20',
		'2027-02-20T00:00:00',
		'2027-02-30T00:00:00Z',
		'-000001-01-01T00:00:00Z',
		'+010000-01-01T00:00:00Z',
	])('is told that %j is no DateTime', async (startsAt) => {
		const variables = { input: { ...details, startsAt } };
		const { errors } = await shop.ask(operations.create, variables, { kind: 'admin' });
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it('lists all campaigns, latest first, page by page', async () => {
		const latest = await admin.start(details);
		const ids: string[] = [];
		let after: string | undefined;
		for (let page = 0; ; page++) {
			const { nodes, edges, pageInfo, totalCount } = await admin.list(2, after);
			expect(edges.map(({ node }: { node: unknown }) => node)).toEqual(nodes);
			expect(pageInfo.hasPreviousPage).toBe(page > 0);
			ids.push(...nodes.map(({ id }: { id: string }) => id));
			expect(ids.length).toBe(pageInfo.hasNextPage ? 2 * (page + 1) : totalCount);
			if (!pageInfo.hasNextPage) break;
			after = pageInfo.endCursor;
		}
		expect(ids[0]).toBe(latest);
		expect(ids.slice(-3)).toEqual(['cmp_silk', 'cmp_vase', 'cmp_moon']);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: 'WyJwcm9kdWN0cyIsMV0' }])(
		'is refused a list of %j',
		async (variables) => {
			const { data, errors } = await shop.ask(operations.list, variables, { kind: 'admin' });
			expect(data.campaigns).toBeNull();
			expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
		},
	);
});
