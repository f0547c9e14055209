import { productAdQuery, productQuery, relatedQuery } from '#lib/graphql/catalogue.ts';
import { found } from '#lib/server/found.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { gateway, currency } = locals;
	const { handle } = params;
	// Asked together, so that the ad and the neighbours are late at most, never in the way.
	const ad = gateway.optional(productAdQuery, { handle });
	const related = gateway.optional(relatedQuery, { handle, currency });
	const answer = await gateway.request(productQuery, { handle, currency });
	return {
		product: found(answer, 'product', 'There is no artwork at this address.'),
		ad: ad.then((data) => data?.product?.ad ?? null),
		related: related.then((data) => ({
			similar: data?.product?.similar ?? [],
			boughtTogether: data?.product?.boughtTogether ?? [],
		})),
	};
};
