import { error, redirect } from '@sveltejs/kit';
import { setCartCurrencyMutation } from '#lib/graphql/cart.ts';
import { isCurrency } from '#lib/money/currency.ts';
import { rememberCurrency } from '#lib/server/currency-cookie.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

/**
 * Shows prices in another currency from now on, in the cart too. A page's script is told so by 204; a form goes back to
 * where the visitor was.
 */
export const POST: RequestHandler = async ({ request, locals, cookies, url }) => {
	const form = await request.formData();
	const currency = form.get('currency');
	if (!isCurrency(currency)) error(422, 'Choose one of the currencies.');
	// First the cart: were it left behind, it would go on showing another currency than the pages.
	await locals.gateway.request(setCartCurrencyMutation, { currency });
	rememberCurrency(cookies, url, currency);
	if (request.headers.get('accept') === 'application/json') return new Response(null, { status: 204 });
	redirect(303, ownPath(form.get('back')));
};
