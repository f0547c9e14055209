import { type CurrencyCode, minorDigits } from '@infinite-blob/money/currency';
import type { Thing } from './json-script.ts';

const shopName = 'Infinite Blob';

interface Price {
	/** In minor units. */
	amount: number;
	currency: CurrencyCode;
}

interface Described {
	id: string;
	handle: string;
	name: string;
	description: string;
	tags: readonly string[];
	available: boolean;
	price: Price;
	linkPreview: { url: string };
}

/** An artwork with its offer, as search engines show it. */
export function productData(siteUrl: string, product: Described): Thing {
	const url = `${siteUrl}/products/${product.handle}`;
	return {
		'@type': 'Product',
		'@id': `${url}#product`,
		name: product.name,
		description: product.description,
		url,
		image: product.linkPreview.url,
		sku: product.id,
		brand: { '@type': 'Brand', name: shopName },
		category: 'Digital artwork',
		keywords: product.tags.join(', '),
		offers: {
			'@type': 'Offer',
			url,
			price: decimalPrice(product.price),
			priceCurrency: product.price.currency,
			availability: `https://schema.org/${product.available ? 'InStock' : 'Discontinued'}`,
			seller: { '@type': 'Organization', '@id': `${siteUrl}/#organization`, name: shopName },
		},
	};
}

/** An amount of minor units as a plain decimal, without any locale's signs: 4900 of USD is 49.00, of JPY 4900. */
export function decimalPrice({ amount, currency }: Price): string {
	const digits = minorDigits(currency);
	return (amount / 10 ** digits).toFixed(digits);
}

/** The way down to a page; the last step is the page itself. */
export function breadcrumbData(siteUrl: string, steps: readonly { name: string; path: string }[]): Thing {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: steps.map(({ name, path }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			item: siteUrl + path,
		})),
	};
}

/** The shop itself, and how it is searched. */
export function shopData(siteUrl: string): Thing[] {
	return [
		{
			'@type': 'WebSite',
			'@id': `${siteUrl}/#website`,
			name: shopName,
			url: `${siteUrl}/`,
			publisher: { '@id': `${siteUrl}/#organization` },
			potentialAction: {
				'@type': 'SearchAction',
				target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
				'query-input': 'required name=search_term_string',
			},
		},
		{
			'@type': 'Organization',
			'@id': `${siteUrl}/#organization`,
			name: shopName,
			url: `${siteUrl}/`,
			logo: `${siteUrl}/favicon.svg`,
			contactPoint: {
				'@type': 'ContactPoint',
				contactType: 'customer support',
				url: `${siteUrl}/contact`,
			},
		},
	];
}

/** A page of artworks, in its order. */
export function listData(siteUrl: string, products: readonly { handle: string; name: string }[]): Thing {
	return {
		'@type': 'ItemList',
		numberOfItems: products.length,
		itemListElement: products.map(({ handle, name }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			url: `${siteUrl}/products/${handle}`,
		})),
	};
}
