import { describe, expect, it } from 'vitest';
import { breadcrumbData, decimalPrice, listData, productData, shopData } from './structured-data.ts';

const site = 'https://shop.example';
const product = {
	id: 'prod_1',
	handle: 'moon-night',
	name: 'Moon Night',
	description: 'A moon, at night.',
	tags: ['hills', 'blue'],
	available: true,
	price: { amount: 4900, currency: 'USD' as const },
	linkPreview: { url: 'https://api.example/media/x/full.jpg' },
};

describe('an artwork for search engines', () => {
	it('has all that an offer is shown with', () => {
		expect(productData(site, product)).toMatchObject({
			'@type': 'Product',
			name: 'Moon Night',
			sku: 'prod_1',
			image: 'https://api.example/media/x/full.jpg',
			url: 'https://shop.example/products/moon-night',
			brand: { '@type': 'Brand', name: 'Infinite Blob' },
			offers: {
				'@type': 'Offer',
				price: '49.00',
				priceCurrency: 'USD',
				availability: 'https://schema.org/InStock',
				url: 'https://shop.example/products/moon-night',
			},
		});
	});

	it('says when it is no longer sold', () => {
		const { offers } = productData(site, { ...product, available: false });
		expect(offers).toMatchObject({ availability: 'https://schema.org/Discontinued' });
	});

	it.each([
		[{ amount: 4900, currency: 'USD' as const }, '49.00'],
		[{ amount: 1, currency: 'EUR' as const }, '0.01'],
		[{ amount: 123456789, currency: 'INR' as const }, '1234567.89'],
		[{ amount: 7350, currency: 'JPY' as const }, '7350'],
	])('writes %j as %s', (money, text) => {
		expect(decimalPrice(money)).toBe(text);
	});
});

it('numbers the steps of the way from one, with whole addresses', () => {
	const { itemListElement } = breadcrumbData(site, [
		{ name: 'Home', path: '/' },
		{ name: 'Moon Night', path: '/products/moon-night' },
	]);
	expect(itemListElement).toEqual([
		{ '@type': 'ListItem', position: 1, name: 'Home', item: 'https://shop.example/' },
		{
			'@type': 'ListItem',
			position: 2,
			name: 'Moon Night',
			item: 'https://shop.example/products/moon-night',
		},
	]);
});

it('tells how the shop is searched, and who runs it', () => {
	const [website, organization] = shopData(site);
	expect(website).toMatchObject({
		'@type': 'WebSite',
		publisher: { '@id': organization?.['@id'] },
		potentialAction: {
			target: { urlTemplate: 'https://shop.example/search?q={search_term_string}' },
			'query-input': 'required name=search_term_string',
		},
	});
	expect(organization).toMatchObject({ '@type': 'Organization', name: 'Infinite Blob' });
});

it('lists artworks in their order', () => {
	expect(listData(site, [product]).itemListElement).toEqual([
		{ '@type': 'ListItem', position: 1, name: 'Moon Night', url: 'https://shop.example/products/moon-night' },
	]);
});
