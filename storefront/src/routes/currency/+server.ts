import { error, redirect } from '@sveltejs/kit';
import { setCartCurrencyMutation } from '#lib/graphql/cart.ts';
import { isCurrency } from '#lib/money/currency.ts';
import { rememberCurrency } from '#lib/server/currency-cookie.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { RequestHandler } from './$types';

/** Shows prices in another currency from now on, in the cart too, and goes back to where the visitor was. */
export const POST: RequestHandler = async ({ request, locals, cookies, url }) => {
	const form = await request.formData();
	const currency = form.get('currency');
	if (!isCurrency(currency)) error(422, 'Choose one of the currencies.');
	rememberCurrency(cookies, url, currency);
	// A cart that cannot be asked follows later: the cart page has its own choice.
	await locals.gateway.optional(setCartCurrencyMutation, { currency });
	redirect(303, ownPath(form.get('back')));
};
