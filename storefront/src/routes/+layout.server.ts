import { cartBadgeQuery } from '#lib/graphql/cart.ts';
import { settings } from '#lib/server/config.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
	depends('shop:cart');
	const answer = await locals.gateway.optional(cartBadgeQuery, {});
	return {
		/** The shop's own address, for what names pages to others. */
		siteUrl: settings().PUBLIC_STOREFRONT_URL,
		gatewayUrl: locals.publicGatewayUrl,
		currency: locals.currency,
		locale: locals.locale,
		/** Null when the cart cannot be asked: the pages do without the number. */
		cartSummary: answer?.cart ?? null,
	};
};
