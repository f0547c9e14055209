import { randomInt } from 'node:crypto';

/** A request's body; the values in it are drawn at random. */
export type MakeBody = () => object;

export const card =
	'id handle name price { formatted } image(size: CARD) { url width height alt placeholder }';

/** A product's page, with everything that stands on it. */
export const productPage = `query ProductPage($handle: String!) { product(handle: $handle) {
	${card} description tags downloads full: image(size: FULL) { url width height alt placeholder }
	similar(first: 3) { ${card} } boughtTogether(first: 3) { ${card} } ad { id text clickUrl product { handle } } } }`;

const list = `query List($sort: ProductSort, $tags: [String!], $first: Int) {
	products(first: $first, sort: $sort, filter: { tags: $tags }) {
		totalCount nodes { ${card} } pageInfo { hasNextPage endCursor } tagFacets(first: 10) { tag count } } }`;

const sorts = ['NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'MOST_DOWNLOADED', 'NAME'];

/** What there is to ask for. */
export interface Catalogue {
	handles: readonly string[];
	tags: readonly string[];
}

export const catalogueQuery =
	'{ products(first: 100) { nodes { handle } } facets: products(first: 1) { tagFacets(first: 20) { tag } } }';

/** The shop's two queries that everybody asks: a product's page, of any product, and a list, in any order. */
export function queriesOf({ handles, tags }: Catalogue): Record<'product page' | 'list', MakeBody> {
	return {
		'product page': () => ({ query: productPage, variables: { handle: oneOf(handles) } }),
		list: () => ({
			query: list,
			variables: { sort: oneOf(sorts), tags: randomInt(2) ? [oneOf(tags)] : [], first: 24 },
		}),
	};
}

export function oneOf<T>(values: readonly T[]): T {
	return values[randomInt(values.length)]!;
}
