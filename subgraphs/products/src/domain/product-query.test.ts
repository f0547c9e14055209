import { describe, expect, it } from 'vitest';
import { productQuery } from './product-query.ts';
import { searchWords } from './search-words.ts';

describe('the words of a search', () => {
	it('are lower case, without accents, marks or anything else', () => {
		expect(searchWords('  Élan — “Blob’s” NIGHT-sky, 3D!')).toEqual(['elan', 'blobs', 'night', 'sky', '3d']);
	});

	it('leave out those that say nothing, unless there is no other', () => {
		expect(searchWords('the moon of it')).toEqual(['moon']);
		expect(searchWords('to be')).toEqual(['to', 'be']);
	});

	it('are bounded in number and length', () => {
		expect(searchWords('ab '.repeat(5_000))).toHaveLength(12);
		expect(searchWords('x'.repeat(10_000))).toEqual(['x'.repeat(40)]);
	});

	it('are none in a text without letters or digits', () => {
		expect(searchWords('*"@{}🎨\0')).toEqual([]);
	});
});

describe('the query for products', () => {
	it('is for what is on sale', () => {
		expect(productQuery({})).toBe('@available:{true}=>{$weight: 0}');
		expect(productQuery({ search: '   ' })).toBe('@available:{true}=>{$weight: 0}');
	});

	it('holds every condition', () => {
		const query = productQuery({
			search: 'blue moon',
			tags: ['Paper Cut', 'night'],
			minPrice: 100,
			maxPrice: 900,
		});
		expect(query).toBe(
			'@available:{true}=>{$weight: 0} @tagList:{paper\\ cut}=>{$weight: 0} ' +
				'@tagList:{night}=>{$weight: 0} @price:[100 900]=>{$weight: 0} ' +
				'@nameText|tagText|descriptionText:(blue (moon|moon*))',
		);
	});

	it('takes a price range with one end', () => {
		expect(productQuery({ minPrice: 100 })).toContain('@price:[100 +inf]');
		expect(productQuery({ maxPrice: 900 })).toContain('@price:[0 900]');
	});

	it('is none when nothing can match', () => {
		expect(productQuery({ tags: [' '] })).toBeUndefined();
		expect(productQuery({ search: '!?' })).toBeUndefined();
	});

	it('holds no tag that cannot be one, and escapes what a tag may hold', () => {
		for (const tag of ['a} | @available:{false', '🎨', 'x'.repeat(41), '*'])
			expect(productQuery({ tags: [tag] })).toBeUndefined();
		expect(productQuery({ tags: ["rock'n-roll & c++"] })).toBe(
			"@available:{true}=>{$weight: 0} @tagList:{rock\\'n\\-roll\\ \\&\\ c\\+\\+}=>{$weight: 0}",
		);
	});
});
