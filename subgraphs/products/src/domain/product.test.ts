import { describe, expect, it } from 'vitest';
import { altText, dimensions, sniffFormat } from './picture.ts';
import { handleFor, isHandle, isProductId, productId } from './product.ts';
import { changedFields } from './product-document.ts';

const product = {
	id: productId('moon'),
	handle: 'moon',
	name: 'Moon',
	description: '',
	tags: ['night'],
	price: 900,
	createdAt: 1,
	available: true,
	downloads: 3,
	version: 1,
	sequence: 1,
	picture: { hash: 'h', format: 'webp' as const, width: 1, height: 1, placeholder: '' },
};

describe('a handle', () => {
	it.each([
		['Moon Night', 'moon-night'],
		["  Été — l'Île! ", 'ete-lile'],
		['月', ''],
		['--A  &  B--', 'a-b'],
	])('is made of the name %j', (name, handle) => {
		expect(handleFor(name)).toBe(handle);
	});

	it('made of the longest name is one', () => {
		expect(isHandle(handleFor('ab '.repeat(40)))).toBe(true);
	});

	it('decides the id', () => {
		expect(productId('moon')).toBe(productId('moon'));
		expect(productId('moon')).not.toBe(productId('moon-2'));
		expect(isProductId(productId('moon'))).toBe(true);
	});
});

describe('a picture', () => {
	it('keeps its proportions in every size and is never enlarged', () => {
		expect(dimensions({ width: 1600, height: 2000 }, 'CARD')).toEqual({ width: 576, height: 720 });
		expect(dimensions({ width: 100, height: 50 }, 'FULL')).toEqual({ width: 100, height: 50 });
		expect(dimensions({ width: 9000, height: 1 }, 'THUMBNAIL')).toEqual({ width: 320, height: 1 });
	});

	it('is described by its name and tags', () => {
		expect(altText({ name: 'Moon', tags: ['a', 'b', 'c', 'd', 'e'] })).toBe(
			'Moon, digital artwork: a, b, c, d',
		);
		expect(altText({ name: 'Moon', tags: [] })).toBe('Moon, digital artwork');
	});

	it('is known by its first bytes', () => {
		expect(sniffFormat(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBe('jpeg');
		expect(sniffFormat(Buffer.from('RIFF1234WEBPVP8 ', 'latin1'))).toBe('webp');
		expect(sniffFormat(Buffer.from('RIFF1234WAVE', 'latin1'))).toBeUndefined();
		expect(sniffFormat(Buffer.alloc(0))).toBeUndefined();
	});
});

describe('a change of a product', () => {
	it('is written field by field, with what it is found by, and never over the counter', () => {
		const changed = changedFields(product, { ...product, name: 'Sun', downloads: 0 });
		expect(changed.map(([field]) => field).toSorted()).toEqual(['name', 'nameKey', 'nameNumber', 'nameText']);
	});

	it('is none when everything stays', () => {
		expect(changedFields(product, { ...product, tags: ['night'] })).toEqual([]);
	});
});
