import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecommendationsUnderTest, recommendationsUnderTest } from './recommendations-under-test.ts';

const tags: Record<string, string[]> = {
	a: ['rare', 'common'],
	b: ['rare', 'common'],
	c: ['common', 'blue'],
	d: ['common'],
	e: ['other'],
	f: ['other', 'blue'],
	gone: ['rare', 'common', 'blue'],
};

type Refs = { id: string }[];
const ids = (products: Refs) => products.map(({ id }) => id);

describe('recommendations', () => {
	let shop: RecommendationsUnderTest;
	beforeAll(async () => {
		shop = await recommendationsUnderTest();
		for (const [place, [id, own]] of Object.entries(tags).entries())
			await shop.announce('created', id, own, 1, place);
		await shop.announce('archived', 'gone', tags.gone ?? [], 2, 6);
		await shop.settled();
		await eventually(async () => expect(await query('trending')).toHaveLength(6));
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function lists(id: string, first?: number) {
		const { data, errors } = await shop.ask(
			`query ($refs: [_Any!]!, $first: Int) { _entities(representations: $refs) {
				... on Product { similar(first: $first) { id } boughtTogether(first: $first) { id } } } }`,
			{ refs: [{ __typename: 'Product', id }], first },
		);
		expect(errors).toEqual([]);
		const [entity] = data._entities;
		return { similar: ids(entity.similar), boughtTogether: ids(entity.boughtTogether) };
	}

	async function query(field: string): Promise<string[]> {
		const { data, errors } = await shop.ask(`{ list: ${field} { id } }`);
		expect(errors).toEqual([]);
		return ids(data.list);
	}

	async function forCart(lines: unknown[], first?: number): Promise<string[]> {
		const { data, errors } = await shop.ask(
			`query ($refs: [_Any!]!, $first: Int) { _entities(representations: $refs) {
				... on Cart { id recommendations(first: $first) { id } } } }`,
			{ refs: [{ __typename: 'Cart', id: 'crt_1', lines }], first },
		);
		expect(errors).toEqual([]);
		return ids(data._entities[0].recommendations);
	}

	describe('before anything was bought', () => {
		it('are the newest for trending', async () => {
			expect(await query('trending')).toEqual(['f', 'e', 'd', 'c', 'b', 'a']);
			expect(await query('trending(first: 2)')).toEqual(['f', 'e']);
		});

		it('are no co-purchases', async () => {
			expect((await lists('a')).boughtTogether).toEqual([]);
		});

		it('still fill the cart page', async () => {
			expect(await forCart([{ product: { id: 'a' } }, { product: null }])).toHaveLength(4);
			expect(await forCart([])).toEqual(['f', 'e', 'd', 'c']);
		});
	});

	it('by similarity weigh a rare tag more than a common one', async () => {
		expect((await lists('a')).similar[0]).toBe('b');
		expect((await lists('c')).similar[0]).toBe('f');
	});

	it('by similarity are as many as asked where the catalogue has them, without itself or the archived', async () => {
		for (const id of Object.keys(tags)) {
			const { similar } = await lists(id, 5);
			expect(new Set(similar).size).toBe(5);
			expect(similar).not.toContain(id);
			expect(similar).not.toContain('gone');
		}
		expect((await lists('a', 50)).similar).toHaveLength(5);
		expect((await lists('unknown', 3)).similar).toHaveLength(3);
	});

	it('learn what is bought together, counting each order once', async () => {
		for (let time = 0; time < 3; time++) await shop.pay('ord_1', { a: 1, e: 5, gone: 1 });
		await shop.pay('ord_2', { a: 1, f: 1 });
		await shop.pay('ord_3', { a: 1, f: 2 });
		await shop.settled();
		expect((await lists('a')).boughtTogether).toEqual(['f']);
		expect((await lists('f')).boughtTogether).toEqual(['a']);
		expect((await lists('e')).boughtTogether).toEqual([]);
		expect(await shop.redis.zscore('recommendations:1:bought:a', 'e').then(Number)).toBe(1);
	});

	it('for the cart come from all that is in it, and are nothing that is in it', async () => {
		const list = await forCart([{ product: { id: 'a' } }, { product: { id: 'c' } }], 2);
		expect(list.toSorted()).toEqual(['b', 'f']);
		const all = Object.keys(tags).map((id) => ({ product: { id } }));
		expect(await forCart(all)).toEqual([]);
	});

	it('for given products are those of a cart that holds them', async () => {
		expect(await query('recommendations(productIds: ["a", "a"], first: 3)')).toEqual(
			await forCart([{ product: { id: 'a' } }], 3),
		);
	});

	it('for trending count the purchases of late more than old ones', async () => {
		await shop.pay('ord_old', { b: 40 }, 60);
		await shop.pay('ord_new', { d: 20 });
		await shop.settled();
		await eventually(async () => expect((await query('trending(first: 50)'))[0]).toBe('d'));
		expect(await query('trending(first: 50)')).toHaveLength(6);
		expect(await query('trending(first: 50)')).not.toContain('gone');
	});

	it('follow a product that changes, and are not misled by older news', async () => {
		await shop.announce('updated', 'd', ['brand new'], 5, 3);
		await shop.announce('updated', 'd', ['rare'], 4, 3);
		await shop.announce('updated', 'e', ['brand new'], 2, 4);
		await shop.settled();
		await eventually(async () => expect((await lists('e', 1)).similar).toEqual(['d']));
		const known = await shop.redis.call('JSON.GET', 'recommendations:1:product:d');
		expect(JSON.parse(known as string)).toEqual({ version: 5, onSale: 't_brand_new d' });
	});

	it.each([
		'trending(first: 0)',
		'trending(first: 51)',
		'recommendations(productIds: [], first: -1)',
		`recommendations(productIds: ${JSON.stringify(Array.from({ length: 51 }, (_, i) => `p${i}`))})`,
	])('are refused for %s', async (field) => {
		const { data, errors } = await shop.ask(`{ list: ${field} { id } }`);
		expect(data.list).toBeNull();
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it('are refused for a list beside a product that is too long', async () => {
		const { data, errors } = await shop.ask(
			'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { similar(first: 51) { id } } } }',
			{ refs: [{ __typename: 'Product', id: 'a' }] },
		);
		expect(data._entities).toEqual([{ similar: null }]);
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it('are not told to anyone without the signature of the gateway', async () => {
		expect((await fetch(`${shop.url}/graphql`, { method: 'POST' })).status).toBe(401);
	});
});
