import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

const query = `query ($search: String, $sort: ProductSort, $filter: ProductFilter, $first: Int, $after: String) {
	products(search: $search, sort: $sort, filter: $filter, first: $first, after: $after) {
		totalCount nodes { handle } correctedSearch didYouMean tagFacets { tag } pageInfo { endCursor }
	}
}`;

describe('a search that finds nothing as it was typed', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest([
			{ handle: 'blue-mountain', name: 'Blue Mountain', description: 'Stone and snow.', tags: ['landscape'] },
			{ handle: 'blue-vase', name: 'Blue Vase', description: 'Thrown on a wheel.', tags: ['ceramics'] },
			{ handle: 'blues', name: 'Three Blues', description: 'Layers of paper.', tags: ['abstract'] },
			{
				handle: 'kintsugi',
				name: 'Kintsugi Bowl',
				description: 'Golden seams.',
				tags: ['ceramics'],
				price: 9_000,
			},
		]);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function search(variables: Record<string, unknown>) {
		const { data, errors } = await shop.ask(query, variables);
		expect(errors).toEqual([]);
		const { nodes, ...rest } = data.products;
		return { ...rest, handles: nodes.map(({ handle }: { handle: string }) => handle) };
	}

	it.each([
		['montain', 'mountain', ['blue-mountain']],
		['bleu vase', 'blue vase', ['blue-vase']],
		['kintsungy', 'kintsugi', ['kintsugi']],
		['golden seems', 'golden seams', ['kintsugi']],
		['ceramisc', 'ceramics', ['blue-vase', 'kintsugi']],
		['cermic', 'ceramics', ['blue-vase', 'kintsugi']],
	])('takes %j for %j', async (typed, correctedSearch, handles) => {
		for (const sort of ['RELEVANCE', 'NEWEST', 'NAME']) {
			const found = await search({ search: typed, sort });
			expect(found).toMatchObject({ correctedSearch, didYouMean: null, totalCount: handles.length });
			expect(found.handles.toSorted()).toEqual(handles);
		}
	});

	it('is not corrected where it finds something', async () => {
		expect(await search({ search: 'blues' })).toMatchObject({ correctedSearch: null, didYouMean: null });
		expect(await search({ search: 'mount' })).toMatchObject({ correctedSearch: null, totalCount: 1 });
	});

	it('stays corrected on the next page, its tag counts too', async () => {
		for (const sort of ['RELEVANCE', 'NAME']) {
			const first = await search({ search: 'bluee', sort, first: 1 });
			const { handles, ...rest } = await search({
				search: 'bluee',
				sort,
				first: 9,
				after: first.pageInfo.endCursor,
			});
			expect([...first.handles, ...handles].toSorted()).toEqual(['blue-mountain', 'blue-vase', 'blues']);
			expect(rest).toMatchObject({ correctedSearch: first.correctedSearch, totalCount: 3 });
			expect(rest.tagFacets).toEqual(first.tagFacets);
		}
	});

	it.each([
		['blue elephant', 'blue'],
		['elephant bleu', 'blue'],
		['mountain kintsugi blue', 'mountain blue'],
	])('offers something else for %j', async (typed, didYouMean) => {
		expect(await search({ search: typed })).toMatchObject({
			totalCount: 0,
			correctedSearch: null,
			didYouMean,
		});
		expect((await search({ search: didYouMean })).totalCount).toBeGreaterThan(0);
	});

	it('offers nothing where nothing would be found either', async () => {
		for (const variables of [
			{ search: 'elephant' },
			{ search: '🎨' },
			{ search: 'blue', filter: { tags: ['nowhere'] } },
			{ search: 'kintsugi', filter: { maxPrice: 100 } },
			{ filter: { tags: ['nowhere'] } },
		])
			expect(await search(variables)).toMatchObject({
				totalCount: 0,
				correctedSearch: null,
				didYouMean: null,
			});
	});

	it('is corrected within the filter', async () => {
		const found = await search({ search: 'bleu', filter: { tags: ['ceramics'] } });
		expect(found).toMatchObject({ handles: ['blue-vase'], correctedSearch: 'blue' });
	});
});
