import { searchQuery } from '#lib/graphql/catalogue.ts';
import { readSearch, searchVariables } from '#lib/search/search-state.ts';
import { found } from '#lib/server/found.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = readSearch(url.searchParams);
	const variables = { ...searchVariables(search), currency: locals.currency };
	const answer = await locals.gateway.request(searchQuery, variables);
	return { search, result: found(answer, 'products', 'This page of the search is gone. Search again.') };
};
