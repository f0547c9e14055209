import { randomInt } from 'node:crypto';
import { type SyntheticCatalogue, syntheticCatalogue } from '@infinite-blob/synthetic-shop/catalogue';
import { card, type MakeBody, oneOf, productPage } from '../gateway/queries.ts';

export const queryNames = ['list', 'text search', 'filtered search', 'product page', 'suggestions'] as const;
export type QueryName = (typeof queryNames)[number];

/** The seed of the shops that are measured. */
export const seed = 1;

const results = `totalCount nodes { ${card} } pageInfo { hasNextPage endCursor } tagFacets(first: 20) { tag count }`;
const list = `query List($sort: ProductSort, $tags: [String!]) {
	products(first: 24, sort: $sort, filter: { tags: $tags }) { ${results} } }`;
const search = `query Search($search: String!) {
	products(first: 24, search: $search) { ${results} correctedSearch } }`;
const filtered = `query Filtered($sort: ProductSort, $tags: [String!], $minPrice: Int, $maxPrice: Int) {
	products(first: 24, sort: $sort, filter: { tags: $tags, minPrice: $minPrice, maxPrice: $maxPrice }) { ${results} } }`;
const suggestions = `query Suggestions($prefix: String!) {
	suggestions(prefix: $prefix) { text tag product { handle } } }`;

const sorts = ['NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'MOST_DOWNLOADED', 'NAME'];
const typedWrong = 0.05;

/** What shoppers ask of a shop of this size, with inputs drawn from its catalogue at random. */
export function queriesOf(size: number): Record<QueryName, MakeBody> {
	const catalogue = syntheticCatalogue({ seed, size, until: Date.now() });
	const any = () => catalogue.at(randomInt(size));
	return {
		list: () => {
			const tags = randomInt(2) ? [oneOf(any().tags)] : [];
			return { query: list, variables: { sort: oneOf(sorts), tags } };
		},
		'text search': () => ({ query: search, variables: { search: typedSearch(catalogue) } }),
		'filtered search': () => {
			const { tags, price } = any();
			const range = { minPrice: Math.round(price / 2), maxPrice: price * 2 };
			const two = [oneOf(tags.slice(0, 3)), oneOf(tags.slice(3))].filter((tag) => tag !== undefined);
			return { query: filtered, variables: { sort: oneOf(sorts), tags: two, ...range } };
		},
		'product page': () => ({ query: productPage, variables: { handle: any().handle } }),
		suggestions: () => {
			const word = oneOf(any().name.split(' '));
			return { query: suggestions, variables: { prefix: word.slice(0, 1 + randomInt(word.length)) } };
		},
	};
}

/** One to three words of an artwork's name, the last often unfinished, now and then with a typing error. */
function typedSearch(catalogue: SyntheticCatalogue): string {
	const words = catalogue.at(randomInt(catalogue.size)).name.split(' ');
	const typed = words.slice(0, 1 + randomInt(3)).join(' ');
	const unfinished = typed.slice(0, Math.max(3, typed.length - randomInt(3)));
	if (Math.random() >= typedWrong) return unfinished;
	const at = randomInt(unfinished.length - 1);
	return `${unfinished.slice(0, at)}${unfinished[at + 1]}${unfinished[at]}${unfinished.slice(at + 2)}`;
}
