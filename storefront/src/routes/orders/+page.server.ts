import { ordersQuery } from '#lib/graphql/orders.ts';
import { found } from '#lib/server/found.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const after = url.searchParams.get('after') || null;
	const answer = await locals.gateway.request(ordersQuery, { after });
	return { orders: found(answer, 'orders', 'There are no orders.'), after };
};
