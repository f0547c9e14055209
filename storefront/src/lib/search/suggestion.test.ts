import { describe, expect, it } from 'vitest';
import { toSuggestion } from './suggestion.ts';

describe('a suggestion', () => {
	it('of an artwork leads to its page, with its picture', () => {
		const product = { handle: 'moon-night', thumbnail: { url: 'http://shop/moon.webp' } };
		expect(toSuggestion({ text: 'Moon Night', tag: null, product })).toEqual({
			text: 'Moon Night',
			href: '/products/moon-night',
			picture: 'http://shop/moon.webp',
		});
	});

	it('of a theme leads to its artworks', () => {
		const { href } = toSuggestion({ text: 'still life', tag: 'still life', product: null });
		expect(href).toBe('/search?tag=still+life');
	});
});
