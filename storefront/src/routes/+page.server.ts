import { homeQuery, trendingQuery } from '#lib/graphql/catalogue.ts';
import { pictureOfTheDay } from '#lib/search/picture-of-the-day.ts';
import { settings } from '#lib/server/config.ts';
import { found } from '#lib/server/found.ts';
import { jsonScript } from '#lib/server/json-script.ts';
import { shortly } from '#lib/server/shortly.ts';
import { shopData } from '#lib/server/structured-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { gateway, currency } = locals;
	// A shop that has sold nothing yet is given its newest works, which the page shows anyway.
	const trending = gateway
		.optional(trendingQuery, { currency })
		.then((data) => data?.trending?.filter(({ downloads }) => downloads > 0) ?? []);
	const answer = await gateway.request(homeQuery, { currency });
	const products = found(answer, 'products', 'The catalogue is empty.');
	return {
		structuredData: jsonScript(shopData(settings().PUBLIC_STOREFRONT_URL)),
		hero: pictureOfTheDay(answer.data.hero?.nodes ?? [], new Date()) ?? null,
		products: products.nodes,
		totalCount: products.totalCount,
		tags: products.tagFacets,
		trending: (await shortly(trending)).value,
	};
};
