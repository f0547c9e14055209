import { error, json } from '@sveltejs/kit';
import { orderQuery } from '#lib/graphql/orders.ts';
import type { RequestHandler } from './$types';

/** The order as it is now, for a page whose live updates are interrupted. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { data } = await locals.gateway.request(orderQuery, { id: params.id });
	if (!data.order) error(404, 'There is no such order in this browser.');
	return json(data.order, { headers: { 'cache-control': 'no-store' } });
};
