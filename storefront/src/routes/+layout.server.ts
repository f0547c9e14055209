import { cartBadgeQuery } from '#lib/graphql/cart.ts';
import { settings } from '#lib/server/config.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends, isDataRequest }) => {
	depends('shop:cart');
	const { gateway, cartTrace } = locals;
	// A page's script that asks wants to know what is there now, and a session in place of one that has ended.
	const asks = isDataRequest || cartTrace.exists();
	const cart = asks ? (await gateway.optional(cartBadgeQuery, {}))?.cart : undefined;
	if (cart) cartTrace.note(cart.totalQuantity);
	return {
		/** The shop's own address, for what names pages to others. */
		siteUrl: settings().PUBLIC_STOREFRONT_URL,
		gatewayUrl: locals.publicGatewayUrl,
		currency: locals.currency,
		locale: locals.locale,
		/** Null when the cart is not asked, or does not answer: the pages do without the number. */
		cartSummary: cart ?? null,
	};
};
