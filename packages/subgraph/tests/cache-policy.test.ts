import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheControl } from '../src/cache-policy.ts';

const typeDefs = parse(`
	extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
	directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT
	type Money @cacheControl(inheritMaxAge: true) { amount: Int! }
	type Page @cacheControl(inheritMaxAge: true) { nodes: [Product!]! total: Int! }
	type Product @key(fields: "id") @cacheControl(maxAge: 60) {
		id: ID! name: String! price: Money! downloads: Int! @cacheControl(maxAge: 10) twin: Product
		note: Note inherited: Note @cacheControl(inheritMaxAge: true) wrong: String
	}
	type Note { text: String! }
	type Cart @key(fields: "id") { id: ID! }
	type Query {
		product: Product @cacheControl(maxAge: 120) page: Page @cacheControl(maxAge: 30)
		plain: Product count: Int counted: Int @cacheControl(maxAge: 5) note: Note @cacheControl(maxAge: 7) cart: Cart
	}
	type Mutation { change: Product }
`);
const product = () => ({
	...{ __typename: 'Product', id: '1', name: 'Moon', price: { amount: 1 }, downloads: 2 },
	...{
		twin: { id: '2', name: 'Sun', price: { amount: 2 }, downloads: 3 },
		note: { text: 'n' },
		inherited: { text: 'i' },
	},
	wrong: () => {
		throw new Error('wrong');
	},
});
const schema = buildSubgraphSchema({
	typeDefs,
	resolvers: {
		Query: {
			...{
				product,
				plain: product,
				page: () => ({ nodes: [product()], total: 1 }),
				cart: () => ({ id: 'c' }),
			},
			...{ count: () => 1, counted: () => 1, note: () => ({ text: 'n' }) },
		},
		Mutation: { change: product },
		Product: { __resolveReference: product },
		Cart: { __resolveReference: () => ({ __typename: 'Cart', id: 'c' }) },
	},
});

const entities = (fragment: string, type = 'Product') =>
	`{ _entities(representations: [{ __typename: "${type}", id: "1" }]) { __typename ${fragment} } }`;

describe('the Cache-Control of an answer', () => {
	const theirs = new ApolloServer({
		schema,
		plugins: [ApolloServerPluginCacheControl({ calculateHttpHeaders: 'if-cacheable' })],
	});
	const ours = new ApolloServer({
		schema,
		plugins: [cacheControl(schema), ApolloServerPluginCacheControlDisabled()],
	});
	beforeAll(() => Promise.all([theirs.start(), ours.start()]));
	afterAll(() => Promise.all([theirs.stop(), ours.stop()]));

	async function header(server: ApolloServer, query: string): Promise<string | undefined> {
		const headers = new HeaderMap([['content-type', 'application/json']]);
		const httpGraphQLRequest = { method: 'POST', headers, search: '', body: { query } };
		const answer = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ({}) });
		return answer.headers.get('cache-control');
	}

	it.each([
		['{ product { id name } }', 120],
		['{ product { id downloads } }', 10],
		['{ product { price { amount } } }', 120],
		['{ product { twin { name } } }', 60],
		['{ product { note { text } } }', undefined],
		['{ product { inherited { text } } }', 120],
		['{ product { name } count }', undefined],
		['{ product { name } counted }', 5],
		['{ page { total nodes { id } } }', 30],
		['{ page { nodes { ...F } } } fragment F on Product { downloads }', 10],
		['{ page { nodes { ... on Product { note { text } } } } }', undefined],
		['{ plain { id } }', 60],
		['{ note { text } }', 7],
		['{ cart { id } }', undefined],
		['{ __typename }', undefined],
		['{ product { __typename } }', 120],
		['{ product { wrong } }', undefined],
		['mutation { change { id } }', 60],
		[entities('... on Product { id }'), 60],
		[entities('... on Product { downloads }'), 10],
		[entities('... on Product { note { text } }'), undefined],
		[entities('... on Cart { id }', 'Cart'), undefined],
	])('%s is as Apollo Server finds it', async (query, seconds) => {
		const expected = seconds === undefined ? undefined : `max-age=${seconds}, public`;
		expect(await header(theirs, query)).toBe(expected);
		expect(await header(ours, query)).toBe(expected);
		expect(await header(ours, query)).toBe(expected);
	});
});
