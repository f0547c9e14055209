import { redirect } from '@sveltejs/kit';
import { cartQuery } from '#lib/graphql/cart.ts';
import { found } from '#lib/server/found.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, request, url, depends }) => {
	depends('shop:cart');
	const answer = await locals.gateway.request(cartQuery, {});
	const cart = found(answer, 'cart', 'There is no cart.');
	locals.cartTrace.note(cart.totalQuantity);
	// A repeated form still has its key: its order may be placed already, and its cart empty.
	if (cart.lines.length === 0 && request.method === 'GET') redirect(303, '/cart');
	// The address, so that each step asks for the cart anew: its total is what will be paid.
	return { cart, step: url.pathname };
};
