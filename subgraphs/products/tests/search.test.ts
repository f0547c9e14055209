import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

const query = `query ($search: String, $sort: ProductSort) {
	products(search: $search, sort: $sort) { totalCount nodes { handle } tagFacets { tag count } }
}`;

describe('searching', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest([
			{ handle: 'in-text', name: 'Blue Field', description: 'Beyond it a mountain.', tags: ['calm'] },
			{ handle: 'in-tags', name: 'Green Field', description: 'Grass.', tags: ['mountain', 'calm'] },
			{ handle: 'in-name', name: 'Mountain', description: 'Stone.', tags: ['calm'] },
			{ handle: 'cafe', name: "Café de l'Être", description: 'One (1) & only; a*b.', tags: ['paper cut'] },
			{ handle: 'the-end', name: 'The End', description: 'Nothing.', tags: [] },
		]);
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function search(text: string, sort?: string) {
		const { data, errors } = await shop.ask(query, { search: text, sort });
		expect(errors).toEqual([]);
		const { nodes, totalCount } = data.products;
		expect(totalCount).toBe(nodes.length);
		return nodes.map((node: { handle: string }) => node.handle) as string[];
	}

	it('ranks the name over the tags over the description', async () => {
		expect(await search('mountain')).toEqual(['in-name', 'in-tags', 'in-text']);
	});

	it('ranks by where the words are, however much else is said', async () => {
		const prose = 'A long look at the river, the reeds, the boats, the bridge and the town. '.repeat(8);
		await using zoo = await productsUnderTest([
			{ handle: 'in-text', name: 'Small', description: 'An okapi, one okapi.', tags: [] },
			{ handle: 'in-tags', name: 'Grass', description: 'Grass.', tags: ['okapi'] },
			{ handle: 'in-name', name: 'Okapi', description: prose, tags: ['river', 'reeds'] },
		]);
		const { data } = await zoo.ask(query, { search: 'okapi' });
		expect(data.products.nodes.map(({ handle }: { handle: string }) => handle)).toEqual([
			'in-name',
			'in-tags',
			'in-text',
		]);
	});

	it('finds other forms of a word', async () => {
		expect(await search('mountains')).toHaveLength(3);
		expect(await search('fields')).toHaveLength(2);
	});

	it('finds what the last word begins, as it is typed', async () => {
		expect(await search('green mou')).toEqual(['in-tags']);
		expect(await search('mou green')).toEqual([]);
		expect(await search('green m')).toEqual(['in-tags']);
		expect(await search('field x')).toHaveLength(2);
	});

	it('needs every word, in whichever field it is', async () => {
		expect(await search('blue mountain')).toEqual(['in-text']);
		expect(await search('blue green')).toEqual([]);
	});

	it('cares neither for case nor accents nor punctuation', async () => {
		for (const text of ['CAFE', 'cafe de l’etre', '"Café"!', 'paper-cut', '(1)'])
			expect(await search(text)).toEqual(['cafe']);
	});

	it('drops words that say nothing, unless there is no other', async () => {
		expect(await search('the mountain')).toHaveLength(3);
		expect(await search('the')).toContain('the-end');
	});

	it('lists everything for a blank text', async () => {
		expect(await search('  ')).toHaveLength(5);
	});

	it('keeps to the asked order', async () => {
		expect(await search('mountain', 'NAME')).toEqual(['in-text', 'in-tags', 'in-name']);
	});

	it.each([
		'@available:{false}',
		'mountain) | (@available:{true}',
		'"unclosed',
		"'; FLUSHALL",
		'-mountain',
		'mountain | field',
		'%mountan%',
		'mountain => { $weight: 5 }',
		'*',
		'{}[]()<>~:;,.!?\\/',
		'🎨🌙',
		'月夜 의 الليل Ωmega',
		`x${'𠮷'.repeat(60)}`,
		'\0\n\t',
		'\ud800',
		'$param',
		'mountain '.repeat(1_250),
		'x'.repeat(10_000),
		'ismissing(@name)',
	])('takes %j for words and never fails', async (text) => {
		const found = await search(text);
		expect(found).not.toContain('the-end');
		expect(found.length).toBeLessThan(5);
	});

	it('finds the same in the tag counts', async () => {
		const { data } = await shop.ask(query, { search: 'mountain' });
		expect(data.products.tagFacets).toEqual([
			{ tag: 'calm', count: 3 },
			{ tag: 'mountain', count: 1 },
		]);
	});
});
