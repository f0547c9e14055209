import { redirect } from '@sveltejs/kit';
import { invoiceQuery } from '#lib/graphql/orders.ts';
import type { RequestHandler } from './$types';

/** To the invoice by a link signed at this moment: one from the page would have expired on a page left open. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { data } = await locals.gateway.request(invoiceQuery, { id: params.id });
	const url = data.order?.invoiceUrl;
	if (url) redirect(303, url, { external: true });
	// The order's page says how far it is, or that there is no such order here.
	redirect(303, `/orders/${encodeURIComponent(params.id)}`);
};
