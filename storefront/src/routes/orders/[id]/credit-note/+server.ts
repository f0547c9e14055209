import { error, redirect } from '@sveltejs/kit';
import { creditNoteQuery } from '#lib/graphql/orders.ts';
import type { RequestHandler } from './$types';

/** To the credit note by a link signed at this moment, as to the invoice. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { data } = await locals.gateway.request(creditNoteQuery, { id: params.id });
	if (!data.order) error(404, 'There is no such order in this browser. Open the link in its mail.');
	if (!data.order.creditNoteUrl)
		error(404, 'There is no credit note. It is written a moment after a refund.');
	redirect(303, data.order.creditNoteUrl, { external: true });
};
