import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());
beforeEach(() => shop.subgraphs.asked.clear());

const repeat = (count: number, of: (index: number) => string) =>
	Array.from({ length: count }, (_, i) => of(i)).join(' ');
const nested = (levels: number) =>
	`{ product(id: "p1") ${'{ similar '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;

interface Attack {
	query: string;
	variables?: Record<string, unknown>;
	operationName?: string;
	refusal: { code: string; limit?: number; asked?: number };
}

const attacks: Record<string, Attack> = {
	deep: { query: nested(20), refusal: { code: 'TOO_DEEP', limit: 12, asked: 22 } },
	'deep through fragments': {
		query: `{ product(id: "p1") { ...F0 } } ${repeat(15, (i) => `fragment F${i} on Product { similar { ...F${i + 1} } }`)} fragment F15 on Product { id }`,
		refusal: { code: 'TOO_DEEP', limit: 12, asked: 17 },
	},
	wide: {
		query: `{ ${repeat(2_100, () => 'a')} }`,
		refusal: { code: 'TOO_MANY_TOKENS', limit: 2_000, asked: 2_102 },
	},
	aliased: {
		query: `{ ${repeat(60, (i) => `a${i}: trending { id }`)} }`,
		refusal: { code: 'TOO_MANY_ALIASES', limit: 50, asked: 60 },
	},
	'aliased through a fragment': {
		query: `{ ${repeat(20, () => 'product(id: "p1") { ...F }')} } fragment F on Product { a: id b: id c: id }`,
		refusal: { code: 'TOO_MANY_ALIASES', limit: 50, asked: 60 },
	},
	'full of directives': {
		query: `{ trending { id ${'@include(if: true) '.repeat(60)} } }`,
		refusal: { code: 'TOO_MANY_DIRECTIVES', limit: 50, asked: 60 },
	},
	'of huge tokens': {
		query: `{ product(id: [${repeat(30_000, (i) => String(i))}]) { id } }`,
		refusal: { code: 'TOO_MANY_TOKENS', limit: 2_000, asked: 20_000 },
	},
	'that is large once its fragments are spread out': {
		query: `{ trending(first: 1) { ...F0 } } ${repeat(8, (i) => `fragment F${i} on Product { similar(first: 1) { ...F${i + 1} } boughtTogether(first: 1) { ...F${i + 1} } }`)} fragment F8 on Product { name }`,
		refusal: { code: 'TOO_MANY_TOKENS', limit: 2_000, asked: 4_855 },
	},
	'of lists in lists': {
		query: '{ trending(first: 50) { similar(first: 50) { similar(first: 50) { id } } } }',
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 50 * (1 + 50 * (1 + 50)) },
	},
	'of lists whose size is a variable': {
		query: 'query ($n: Int) { trending(first: $n) { similar(first: $n) { id } } }',
		variables: { n: 100 },
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 100 * 101 },
	},
	'of lists whose size is null, which is not the variable’s default': {
		query: `query ($n: Int = 0) { trending(first: $n) ${'{ similar(first: $n) '.repeat(6)}{ id }${' }'.repeat(6)} }`,
		variables: { n: null },
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 8 * (1 + 3 + 9 + 27 + 81 + 243 + 729) },
	},
	'of a list whose one size is null and whose other one counts': {
		query: '{ products(first: null, last: 100) { nodes { similar(first: 50) { id } } } }',
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 1 + 100 * 51 },
	},
	'of a list whose one size is small and whose other one is a variable': {
		query: 'query ($n: Int) { products(first: 1, last: $n) { nodes { similar(first: 50) { id } } } }',
		variables: { n: 100 },
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 1 + 100 * 51 },
	},
	'of a list of more entries than can be counted': {
		query: `{ trending(first: ${'9'.repeat(400)}) { id } }`,
		refusal: { code: 'TOO_COSTLY', limit: 5_000, asked: 2 ** 31 },
	},
	'of lists whose size is a default': {
		query: 'query ($n: Int = 100) { trending(first: $n) { similar(first: $n) { id } } }',
		refusal: { code: 'TOO_COSTLY', asked: 100 * 101 },
	},
	'of a connection under aliases': {
		query:
			'{ a: products(first: 100) { b: nodes { similar(first: 50) { id } } c: edges { node { similar(first: 50) { id } } } } }',
		refusal: { code: 'TOO_COSTLY', asked: 1 + 100 * 51 + 100 * (1 + 51) },
	},
	'of a connection through a fragment': {
		query:
			'{ products(last: 100) { ...C } } fragment C on ProductConnection { nodes { similar(first: 50) { id } } }',
		refusal: { code: 'TOO_COSTLY', asked: 1 + 100 * 51 },
	},
	'that hides the large operation behind a small one': {
		query: `query Small { trending { id } } query Large ${nested(20)}`,
		operationName: 'Small',
		refusal: { code: 'TOO_DEEP' },
	},
	'that asks for entities as only the gateway may': {
		query:
			'{ _entities(representations: [{ __typename: "Cart", id: "ses_x" }]) { __typename } _service { sdl } }',
		refusal: { code: 'GRAPHQL_VALIDATION_FAILED' },
	},
	'of fragments that spread each other': {
		query: '{ product(id: "p1") { ...A } } fragment A on Product { ...B } fragment B on Product { ...A }',
		refusal: { code: 'GRAPHQL_VALIDATION_FAILED' },
	},
	'of a fragment that spreads itself': {
		query: '{ product(id: "p1") { ...A } } fragment A on Product { similar { ...A } }',
		refusal: { code: 'GRAPHQL_VALIDATION_FAILED' },
	},
	'that asks for parts later': {
		query: '{ product(id: "p1") { id ... @defer { name } } trending @stream(initialCount: 1) { id } }',
		refusal: { code: 'GRAPHQL_VALIDATION_FAILED' },
	},
	'of introspection under many aliases': {
		query: `{ __schema { ${repeat(60, (i) => `a${i}: types { name fields { name } }`)} } }`,
		refusal: { code: 'TOO_MANY_ALIASES', limit: 50, asked: 60 },
	},
	'of introspection through fragments that spread each other': {
		query: `{ __schema { types { ...F0 } } } ${repeat(10, (i) => `fragment F${i} on __Type { ...F${i + 1} ofType { ...F${i + 1} } }`)} fragment F10 on __Type { name }`,
		refusal: { code: 'TOO_MANY_TOKENS', limit: 2_000 },
	},
	'of deep introspection': {
		query: `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
		refusal: { code: 'TOO_DEEP', limit: 2, asked: 3 },
	},
	'of very many equal fields': {
		query: `{ trending { ${repeat(1_900, () => 'id')} } }`,
		refusal: { code: 'TOO_MANY_EQUAL_FIELDS', limit: 500_000, asked: 500_001 },
	},
};

/** The first error, by each way that an operation can come. */
const ways: Record<string, (attack: Attack) => Promise<{ extensions: object } | undefined>> = {
	async POST({ query, variables, operationName }) {
		const response = await fetch(`${shop.gateway.url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ query, variables, operationName }),
		});
		expect(response.status).toBe(400);
		const { data, errors } = (await response.json()) as any;
		expect(data).toBeUndefined();
		return errors[0];
	},
	async GET({ query, variables = {}, operationName }) {
		if (query.length > 10_000) return undefined;
		const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
		if (operationName) parameters.set('operationName', operationName);
		const headers = { 'apollo-require-preflight': '1' };
		const response = await fetch(`${shop.gateway.url}/graphql?${parameters}`, { headers });
		expect(response.status).toBe(400);
		return ((await response.json()) as any).errors[0];
	},
	async WebSocket({ query, variables, operationName }) {
		if (query.length > 60_000) return undefined;
		const url = `${shop.gateway.url.replace('http', 'ws')}/graphql`;
		const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
		const payload = { query, variables: variables ?? null, operationName: operationName ?? null };
		const errors = await new Promise<any>((resolve, reject) => {
			const unexpected = () => reject(new Error('it was run'));
			client.subscribe(payload, { next: unexpected, error: resolve, complete: unexpected });
		});
		await client.dispose();
		return errors[0];
	},
};

for (const [way, send] of Object.entries(ways)) {
	describe(`an operation sent by ${way}`, () => {
		for (const [name, attack] of Object.entries(attacks)) {
			it(`${name} is refused before anything of it runs`, async () => {
				const error = await send(attack);
				if (error) expect(error.extensions).toMatchObject(attack.refusal);
				expect([...shop.subgraphs.asked]).toEqual([]);
			});
		}
	});
}

describe('sizes that are none', () => {
	for (const n of [-1, -1e9, 1e9, 2 ** 31, 1.5, '100', null, [], {}, Number.MAX_SAFE_INTEGER]) {
		it(`of ${JSON.stringify(n)} are refused, or cost what is true`, async () => {
			const query = 'query ($n: Int) { trending(first: $n) { id } }';
			const { status, errors } = await shop.ask(query, { n });
			expect(status).toBeLessThan(500);
			if (typeof n === 'number' && n > 5_000) expect(errors[0]?.extensions?.code).toBe('TOO_COSTLY');
		});
	}
});
