import { searchQuery } from '#lib/graphql/catalogue.ts';
import type { SearchQuery } from '#lib/graphql/operations.generated.ts';
import { offeredFacets } from '#lib/search/facets.ts';
import { readSearch } from '#lib/search/read-search.ts';
import { changed } from '#lib/search/search-state.ts';
import { searchVariables } from '#lib/search/search-variables.ts';
import { settings } from '#lib/server/config.ts';
import { found, isBadInput } from '#lib/server/found.ts';
import type { Answer } from '#lib/server/gateway-client.ts';
import { jsonScript } from '#lib/server/json-script.ts';
import { listData } from '#lib/server/structured-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { gateway, currency } = locals;
	const read = readSearch(url.searchParams);
	let { search } = read;
	const ignored = [...read.ignored];
	const ask = () => gateway.request(searchQuery, { ...searchVariables(search), currency });
	let answer = await ask();
	const lost = search.after || search.before ? lostPage(answer) : null;
	if (lost) {
		ignored.push(lost);
		search = changed(search, {});
		answer = await ask();
	}
	const result = found(answer, 'products', 'The catalogue is empty.');
	return {
		search,
		typedPrices: read.typedPrices,
		ignored,
		result,
		structuredData: jsonScript([listData(settings().PUBLIC_STOREFRONT_URL, result.nodes)]),
		facets: offeredFacets(result.tagFacets, [
			...(answer.data.unfiltered?.tagFacets.map(({ tag }) => tag) ?? []),
			...search.tags,
		]),
		currency,
		popular: result.totalCount === 0 ? await popular() : [],
	};

	/** Something to see where nothing was found. */
	async function popular() {
		const data = await gateway.optional(searchQuery, { first: 4, sort: 'MOST_DOWNLOADED', currency });
		return data?.products?.nodes ?? [];
	}
};

/** Why the page of an address cannot be shown, if it cannot. */
function lostPage(answer: Answer<SearchQuery>): string | null {
	if (isBadInput(answer, 'products')) return 'This search has no such page, so here is its first one.';
	const expired = answer.errors.some(({ extensions }) => extensions?.code === 'CURSOR_EXPIRED');
	return expired ? 'The list has moved on since you opened that page, so here is its first one.' : null;
}
