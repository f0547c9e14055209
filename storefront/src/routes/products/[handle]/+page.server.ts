import { productAdQuery, productQuery, relatedQuery } from '#lib/graphql/catalogue.ts';
import { shapeOf } from '#lib/products/shape.ts';
import { settings } from '#lib/server/config.ts';
import { found } from '#lib/server/found.ts';
import { jsonScript } from '#lib/server/json-script.ts';
import { shortly } from '#lib/server/shortly.ts';
import { breadcrumbData, decimalPrice, productData } from '#lib/server/structured-data.ts';
import { summary } from '#lib/server/summary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { gateway, currency } = locals;
	const { handle } = params;
	// Asked together, so that the ad and the neighbours are late at most, never in the way.
	const ad = gateway.optional(productAdQuery, { handle }).then((data) => data?.product?.ad ?? null);
	const related = gateway.optional(relatedQuery, { handle, currency }).then((data) => ({
		similar: data?.product?.similar ?? [],
		boughtTogether: data?.product?.boughtTogether ?? [],
	}));
	const answer = await gateway.request(productQuery, { handle, currency });
	const product = found(answer, 'product', 'There is no artwork at this address.');
	const siteUrl = settings().PUBLIC_STOREFRONT_URL;
	const way = [
		{ name: 'Home', path: '/' },
		{ name: 'All artworks', path: '/search' },
		{ name: product.name, path: `/products/${product.handle}` },
	];
	const [advertisement, neighbours] = await Promise.all([shortly(ad), shortly(related)]);
	return {
		product,
		way,
		shape: shapeOf(product.full),
		decimalPrice: decimalPrice(product.price),
		summary: summary(product.description) || `${product.name}, a digital artwork.`,
		structuredData: jsonScript([productData(siteUrl, product), breadcrumbData(siteUrl, way)]),
		ad: advertisement.value,
		related: neighbours.value,
	};
};
