import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, type ProductsUnderTest, productsUnderTest } from './products-under-test.ts';

const query = `query ($prefix: String!, $first: Int) {
	suggestions(prefix: $prefix, first: $first) { text tag product { handle } }
}`;

describe('suggestions while typing', () => {
	let shop: ProductsUnderTest;
	beforeAll(async () => {
		shop = await productsUnderTest([
			{ handle: 'amber-sun', name: 'Amber Sun Lake', tags: ['sunrise', 'water'] },
			{ handle: 'sunday', name: 'Sunday in May', tags: ['calm'] },
			{ handle: 'sunken', name: 'Sunken Ship', tags: ['water', 'window light'] },
			{ handle: 'cafe', name: 'Café Être', tags: ['sunrise'] },
			{ handle: 'cafe-noir', name: 'Café Noir', tags: [] },
		]);
		const find = 'query ($handle: String) { product(handle: $handle) { id } }';
		for (const [handle, count] of [
			['sunken', 9],
			['amber-sun', 5],
		] as const) {
			const { data } = await shop.ask(find, { handle });
			await shop.redis.call('JSON.NUMINCRBY', `products:product:${data.product.id}`, '$.downloads', count);
		}
	});
	afterAll(() => shop[Symbol.asyncDispose]());

	async function complete(prefix: string, first?: number): Promise<string[]> {
		const { data, errors } = await shop.ask(query, { prefix, first });
		expect(errors).toEqual([]);
		for (const { text, tag, product } of data.suggestions)
			expect([tag === null ? 'product' : text, product === null]).toEqual([tag ?? 'product', tag !== null]);
		return data.suggestions.map(({ text }: { text: string }) => text);
	}

	it('are tags and names with a word that begins so, the popular ones first', async () => {
		expect(await complete('su')).toEqual(['sunrise', 'Sunken Ship', 'Amber Sun Lake', 'Sunday in May']);
		expect(await complete('sunk')).toEqual(['Sunken Ship']);
		expect(await complete('SUN ')).toContain('Amber Sun Lake');
	});

	it('narrow with every word, and end with the text', async () => {
		expect(await complete('amber la')).toEqual(['Amber Sun Lake']);
		expect(await complete('amber l')).toEqual(['Amber Sun Lake']);
		expect(await complete('cafe et')).toEqual(['Café Être']);
		expect(await complete('cafe n')).toEqual(['Café Noir']);
		expect(await complete('cafe z')).toHaveLength(2);
		expect(await complete('window l')).toEqual(['window light']);
		expect(await complete('ligh')).toEqual(['window light']);
		expect(await complete('amber zz')).toEqual([]);
	});

	it('begin with tags at one letter', async () => {
		expect(await complete('w')).toEqual(['water', 'window light']);
	});

	it('forgive typing errors', async () => {
		expect(await complete('abmer')).toEqual(['Amber Sun Lake']);
	});

	it('leave room for names where there are many tags', async () => {
		expect(await complete('su', 2)).toEqual(['sunrise', 'Sunken Ship']);
	});

	it.each([
		['nothing', ''],
		['blanks', ' \n\t'],
		['operators', '* % | - ~ ( @available:{false}'],
		['quotes', '"sun'],
		['emoji', '🎨'],
		['a zero', '\0'],
		['half a character', '\ud800'],
		['10,000 characters', 'x'.repeat(10_000)],
	])('never fail for %s', async (_, prefix) => {
		expect((await complete(prefix)).length).toBeLessThan(5);
	});

	it.each([0, 21, -1])('refuse to be %i', async (first) => {
		const { data, errors } = await shop.ask(query, { prefix: 'su', first });
		expect(data.suggestions).toBeNull();
		expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	});

	it('are looked for once for those who type the same within a few seconds, and anew when the catalogue changes', async () => {
		const find = 'query ($handle: String) { product(handle: $handle) { id } }';
		const { data } = await shop.ask(find, { handle: 'amber-sun' });
		const before = await complete('sun');
		await shop.redis.call('JSON.NUMINCRBY', `products:product:${data.product.id}`, '$.downloads', 100);
		expect(await complete('sun')).toEqual(before);
		const change =
			'mutation ($id: ID!) { updateProduct(id: $id, patch: { price: 5 }) { product { price { amount } } } }';
		await shop.ask(change, { id: data.product.id }, admin);
		expect(await complete('sun')).toEqual(['sunrise', 'Amber Sun Lake', 'Sunken Ship', 'Sunday in May']);
	});

	it('do not name what is archived', async () => {
		const { data } = await shop.ask('{ product(handle: "sunday") { id } }');
		const archive = 'mutation ($id: ID!) { archiveProduct(id: $id) { product { id } } }';
		await shop.ask(archive, { id: data.product.id }, admin);
		expect(await complete('sund')).not.toContain('Sunday in May');
	});
});
