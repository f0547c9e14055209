import { json } from '@sveltejs/kit';
import { suggestionsQuery } from '#lib/graphql/catalogue.ts';
import { toSuggestion } from '#lib/search/suggestion.ts';
import type { RequestHandler } from './$types';

const longestPrefix = 100;

/** What the text in `q` may become, while it is being typed; nothing where the catalogue is away. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const prefix = [...(url.searchParams.get('q') ?? '').trim()].slice(0, longestPrefix).join('');
	if (!prefix) return json([]);
	const data = await locals.gateway.optional(suggestionsQuery, { prefix });
	if (!data?.suggestions) return json([], { headers: { 'cache-control': 'no-store' } });
	return json(data.suggestions.map(toSuggestion), { headers: { 'cache-control': 'private, max-age=60' } });
};
