import { redirect } from '@sveltejs/kit';
import { creditNoteQuery } from '#lib/graphql/orders.ts';
import type { RequestHandler } from './$types';

/** To the credit note by a link signed at this moment, as to the invoice. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { data } = await locals.gateway.request(creditNoteQuery, { id: params.id });
	const url = data.order?.creditNoteUrl;
	if (url) redirect(303, url, { external: true });
	redirect(303, `/orders/${encodeURIComponent(params.id)}`);
};
