import { redirect } from '@sveltejs/kit';
import { searchQuery } from '#lib/graphql/catalogue.ts';
import { changed, readSearch, searchHref, searchVariables } from '#lib/search/search-state.ts';
import { found, isBadInput } from '#lib/server/found.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = readSearch(url.searchParams);
	const variables = { ...searchVariables(search), currency: locals.currency };
	const answer = await locals.gateway.request(searchQuery, variables);
	if (search.after && isBadInput(answer, 'products')) redirect(302, searchHref(changed(search, {})));
	return { search, result: found(answer, 'products', 'This page of the search is gone. Search again.') };
};
