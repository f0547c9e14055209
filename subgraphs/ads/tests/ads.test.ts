import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdsUnderTest, adsUnderTest } from './ads-under-test.ts';

const query = `query ($keys: [String!]!, $first: Int) {
	ads(contextKeys: $keys, first: $first) { id text clickUrl product { id handle } }
}`;
const besideQuery = `query ($refs: [_Any!]!) {
	_entities(representations: $refs) { ... on Product { ad { id product { id } } } }
}`;

describe('ads', () => {
	let shop: AdsUnderTest;
	beforeAll(async () => {
		shop = await adsUnderTest();
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function ads(keys: string[], first?: number): Promise<{ id: string }[]> {
		const { data, errors } = await shop.ask(query, { keys, first });
		expect(errors).toEqual([]);
		return data.ads;
	}

	async function beside(products: { handle: string; tags: string[] }[]): Promise<(string | null)[]> {
		const refs = products.map(({ handle, tags }) => ({
			__typename: 'Product',
			id: `prd_${handle}`,
			handle,
			tags,
		}));
		const { data, errors } = await shop.ask(besideQuery, { refs });
		expect(errors).toEqual([]);
		return data._entities.map((entity: { ad: { id: string } | null }) => entity.ad?.id ?? null);
	}

	it('are none while nothing is known to be on sale', async () => {
		expect(await ads(['night'])).toEqual([]);
		expect(await beside([{ handle: 'moon-night', tags: ['night'] }])).toEqual([null]);
	});

	it('are for the words of the page once the products are on sale', async () => {
		for (const handle of ['moon-night', 'quiet-vase', 'silk-dawn']) await shop.sell(handle);
		await eventually(async () => expect(await ads([], 3)).toHaveLength(3));
		for (let time = 0; time < 5; time++)
			expect(await ads([' NIGHT ', 'unknown'])).toEqual([
				{
					id: 'cmp_moon',
					text: 'Get Moon Night',
					clickUrl: 'http://api.example/ads/cmp_moon/click',
					product: { id: 'prd_moon-night', handle: 'moon-night' },
				},
			]);
	});

	it('are any when no word suits, and never one twice', async () => {
		expect(await ads(['nothing'])).toHaveLength(1);
		const all = await ads(['calm'], 10);
		expect(new Set(all.map(({ id }) => id)).size).toBe(3);
		expect(all[2]?.id).toBe('cmp_moon');
	});

	it('are served as often as their weights say', async () => {
		const served = new Map<string, number>();
		for (let time = 0; time < 200; time++) {
			const [ad] = await ads(['calm']);
			served.set(ad?.id ?? '', (served.get(ad?.id ?? '') ?? 0) + 1);
		}
		expect(served.get('cmp_vase')).toBeGreaterThan(130);
		expect(served.get('cmp_vase')).toBeLessThan(170);
		expect(served.get('cmp_moon')).toBeUndefined();
	});

	it('are never for the product they stand beside', async () => {
		for (let time = 0; time < 10; time++) {
			const [forMoon, forVase] = await beside([
				{ handle: 'moon-night', tags: ['night', 'hills'] },
				{ handle: 'quiet-vase', tags: ['calm'] },
			]);
			expect(forMoon).not.toBe('cmp_moon');
			expect(forMoon).not.toBeNull();
			expect(forVase).toBe('cmp_silk');
		}
	});

	it('count one impression each', async () => {
		const count = async (id: string) => Number(await shop.redis.get(`ads:impressions:${id}`));
		const before = await count('cmp_moon');
		await ads(['night']);
		await ads([], 3);
		await beside([
			{ handle: 'quiet-vase', tags: ['night'] },
			{ handle: 'silk-dawn', tags: ['night'] },
		]);
		expect(await count('cmp_moon')).toBe(before + 4);
	});

	it('are never for a product that was archived, whatever older news comes late', async () => {
		await shop.archive('moon-night', 5);
		await eventually(async () => expect(await ads([], 10)).toHaveLength(2));
		await shop.sell('moon-night', 4);
		await shop.sell('late-sign', 1);
		await eventually(async () => expect(await shop.redis.exists('ads:product:late-sign')).toBe(1));
		expect((await ads(['night'], 10)).map(({ id }) => id)).not.toContain('cmp_moon');
	});

	it.each([
		['no ad', { keys: [], first: 0 }],
		['eleven ads', { keys: [], first: 11 }],
		['51 words', { keys: Array(51).fill('a') }],
	])('are refused for %s', async (_, variables) => {
		const { data, errors } = await shop.ask(query, variables);
		expect(data.ads).toBeNull();
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it.each([['"'], ['} @weight:[0 9]'], ['*'], ['🎨'], ['\\'], ['a|b'], ['x'.repeat(10_000)], ['']])(
		'take %j for a word that nothing has',
		async (key) => {
			expect(await ads([key], 10)).toHaveLength(2);
		},
	);

	it('are not told to anyone without the signature of the gateway', async () => {
		expect((await fetch(`${shop.url}/graphql`, { method: 'POST' })).status).toBe(401);
	});

	it('are seeded once', async () => {
		await shop.redis.call('JSON.SET', 'ads:campaign:cmp_silk', '$.text', '"Changed since"');
		await using again = await shop.startAgain();
		const { data } = await shop.ask(query, { keys: ['silk'] }, undefined, again.url);
		expect(data.ads).toMatchObject([{ text: 'Changed since' }]);
	});
});
