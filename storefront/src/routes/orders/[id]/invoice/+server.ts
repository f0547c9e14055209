import { error, redirect } from '@sveltejs/kit';
import { invoiceQuery } from '#lib/graphql/orders.ts';
import type { RequestHandler } from './$types';

/** To the invoice by a link signed at this moment: one from the page would have expired on a page left open. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { data } = await locals.gateway.request(invoiceQuery, { id: params.id });
	if (!data.order) error(404, 'There is no such order in this browser. Open the link in its mail.');
	if (!data.order.invoiceUrl)
		error(404, 'The invoice is not written yet. It takes a moment after the payment.');
	redirect(303, data.order.invoiceUrl, { external: true });
};
