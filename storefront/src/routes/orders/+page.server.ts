import { redirect } from '@sveltejs/kit';
import { ordersQuery } from '#lib/graphql/orders.ts';
import { found, isBadInput } from '#lib/server/found.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const after = url.searchParams.get('after') || null;
	const answer = await locals.gateway.request(ordersQuery, { after });
	if (after && isBadInput(answer, 'orders')) redirect(302, '/orders');
	return { orders: found(answer, 'orders', 'There are no orders.'), after };
};
