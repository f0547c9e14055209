import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, type ProductsUnderTest, productsUnderTest, type SeedEntry } from './products-under-test.ts';

/** Many share a price, a moment or a name, so that only the tie-breakers tell them apart. */
const entries: SeedEntry[] = Array.from({ length: 23 }, (_, i) => ({
	handle: `art-${i}`,
	name: i % 4 === 0 ? 'Twin' : `${i % 2 ? 'blob' : 'Arc'} ${i}`,
	tags: i % 2 ? ['odd', 'all'] : ['even', 'all'],
	price: 500 + (i % 3) * 100,
	createdAt: new Date(Date.UTC(2026, 0, 1 + (i % 5))).toISOString(),
}));
const sorts = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'MOST_DOWNLOADED', 'NAME'];

const pageQuery = `query ($first: Int, $after: String, $last: Int, $before: String, $sort: ProductSort, $search: String, $filter: ProductFilter) {
	products(first: $first, after: $after, last: $last, before: $before, sort: $sort, search: $search, filter: $filter) {
		totalCount
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
		nodes { handle name createdAt price { amount } }
		edges { cursor node { handle } }
	}
}`;

describe('a list of products', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest(entries);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function page(variables: Record<string, unknown>) {
		const { data, errors } = await shop.ask(pageQuery, variables);
		expect(errors).toEqual([]);
		return data.products;
	}

	async function walk(variables: Record<string, unknown>, backward = false): Promise<string[]> {
		const handles: string[] = [];
		let cursor: string | undefined;
		for (let pages = 0; pages < 20; pages++) {
			const { nodes, pageInfo, totalCount } = await page({
				...variables,
				...(backward ? { last: 4, before: cursor } : { first: 4, after: cursor }),
			});
			expect(totalCount).toBe(23);
			const got = nodes.map((node: { handle: string }) => node.handle);
			if (backward) handles.unshift(...got);
			else handles.push(...got);
			expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(pages > 0);
			if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return handles;
			cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
		}
		throw new Error('the list does not end');
	}

	it.each(sorts)('pages by %s in both directions without a gap or a repetition', async (sort) => {
		const whole = (await page({ first: 100, sort })).nodes.map((node: { handle: string }) => node.handle);
		expect(new Set(whole).size).toBe(23);
		expect(await walk({ sort })).toEqual(whole);
		expect(await walk({ sort }, true)).toEqual(whole);
	});

	it('sorts by time, price and name whatever the case', async () => {
		const of = async (sort: string) => (await page({ first: 100, sort })).nodes;
		const times = (await of('NEWEST')).map((node: { createdAt: string }) => node.createdAt);
		expect(times).toEqual(times.toSorted().reverse());
		const prices = (await of('PRICE_ASC')).map((node: { price: { amount: number } }) => node.price.amount);
		expect(prices).toEqual(prices.toSorted((a: number, b: number) => a - b));
		expect((await of('PRICE_DESC')).map((node: { handle: string }) => node.handle)).toEqual(
			(await of('PRICE_ASC')).map((node: { handle: string }) => node.handle).reverse(),
		);
		const names = (await of('NAME')).map((node: { name: string }) => node.name.toLowerCase());
		expect(names).toEqual(names.toSorted());
	});

	it('is the newest first without a search', async () => {
		expect((await page({ first: 5 })).nodes).toEqual((await page({ first: 5, sort: 'NEWEST' })).nodes);
	});

	it('gives every entry the cursor it can be continued from', async () => {
		const { edges, nodes } = await page({ first: 10, sort: 'NAME' });
		const rest = await page({ first: 2, sort: 'NAME', after: edges[4].cursor });
		expect(rest.nodes).toEqual(nodes.slice(5, 7));
	});

	it('counts tags over the whole result, the most frequent first', async () => {
		const { data } = await shop.ask('{ products(first: 1) { tagFacets(first: 2) { tag count } } }');
		expect(data.products.tagFacets).toEqual([
			{ tag: 'all', count: 23 },
			{ tag: 'even', count: 12 },
		]);
	});

	it('filters by every tag and by price, both ends included', async () => {
		const found = await page({ first: 100, filter: { tags: ['ODD', 'all'], minPrice: 600, maxPrice: 600 } });
		const expected = entries
			.filter(({ price }, i) => i % 2 === 1 && price === 600)
			.map(({ handle }) => handle);
		expect(found.nodes.map((node: { handle: string }) => node.handle).toSorted()).toEqual(
			expected.toSorted(),
		);
		expect((await page({ filter: { tags: ['odd', 'even'] } })).totalCount).toBe(0);
	});

	it.each(['', '{', '"', 'odd} | @tags:{even', 'o*', 'a|b', 'paper cut', '🎨', '\\', 'x'.repeat(10_000)])(
		'finds nothing for the tag %j that no product has',
		async (tag) => {
			expect(await page({ filter: { tags: [tag] } })).toMatchObject({ totalCount: 0, nodes: [] });
		},
	);

	it('finds nothing, and counts no tags, where nothing can match', async () => {
		const { data, errors } = await shop.ask(
			'{ products(filter: { tags: [""] }) { totalCount tagFacets { tag } pageInfo { endCursor hasNextPage } } }',
		);
		expect(errors).toEqual([]);
		expect(data.products).toEqual({
			totalCount: 0,
			tagFacets: [],
			pageInfo: { endCursor: null, hasNextPage: false },
		});
	});

	it.each([
		['a page of none', { first: 0 }],
		['a negative page', { first: -1 }],
		['a page of 101', { first: 101 }],
		['a last page of 101', { last: 101 }],
		['first and last together', { first: 2, last: 2 }],
		['a cursor that is none', { after: 'abc' }],
		['a cursor of another kind', { after: Buffer.from('["orders",1]').toString('base64url') }],
		['21 tags', { filter: { tags: Array(21).fill('a') } }],
		['a price below nothing', { filter: { minPrice: -1 } }],
		['a lowest price above the highest', { filter: { minPrice: 700, maxPrice: 600 } }],
		['a highest price below nothing', { filter: { maxPrice: -1 } }],
	])('refuses %s', async (_, variables) => {
		const { data, errors } = await shop.ask(pageQuery, variables);
		expect(data.products).toBeNull();
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it('refuses a cursor of another order or search', async () => {
		const { pageInfo } = await page({ first: 2, sort: 'NEWEST' });
		for (const other of [{ sort: 'PRICE_ASC' }, { search: 'twin', sort: 'NEWEST' }]) {
			const { errors } = await shop.ask(pageQuery, { ...other, after: pageInfo.endCursor });
			expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
		}
	});

	it('refuses a cursor whose position was tampered with', async () => {
		const { pageInfo } = await page({ first: 2, sort: 'NEWEST' });
		const [kind] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString());
		for (const position of ['x', -1, 1.5, null, [1], '1] @available:{false}']) {
			const after = Buffer.from(JSON.stringify([kind, position])).toString('base64url');
			const { errors } = await shop.ask(pageQuery, { sort: 'NEWEST', after });
			expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
		}
	});

	it.each(['NEWEST', 'PRICE_ASC', 'NAME'])(
		'by %s skips nothing when products come in between',
		async (sort) => {
			const before = (await page({ first: 100, sort })).nodes.map((node: { handle: string }) => node.handle);
			const first = await page({ first: 6, sort });
			const ids: string[] = [];
			for (const name of ['Aaa', 'Arc 1', 'zzz']) {
				const created = await shop.ask(
					'mutation ($input: ProductInput!) { createProduct(input: $input) { product { id } userErrors { code } } }',
					{ input: { name, description: '', tags: [], price: 1 } },
					admin,
				);
				ids.push(created.data.createProduct.product.id);
			}
			const rest = await page({ first: 100, sort, after: first.pageInfo.endCursor });
			const handles = [...first.nodes, ...rest.nodes].map((node: { handle: string }) => node.handle);
			expect(handles.filter((handle) => before.includes(handle))).toEqual(before);
			for (const id of ids)
				await shop.ask('mutation ($id: ID!) { archiveProduct(id: $id) { product { id } } }', { id }, admin);
			expect((await page({ first: 100, sort })).totalCount).toBe(23);
		},
	);
});
