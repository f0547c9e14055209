import { once } from 'node:events';
import { createConnection } from 'node:net';
import { Readable } from 'node:stream';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { signVisitorAddress, visitorHeader } from '@infinite-blob/session/visitor-address';
import { eventually } from '@infinite-blob/testing/eventually';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { SignJWT } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	adminToken,
	serviceSecret,
	sessionSecret,
	startTestShop,
	storefront,
	type TestShop,
} from './test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const catalogue = '{ product(id: "p1") { name } }';
const post = (body: string, headers: Record<string, string> = {}) =>
	fetch(`${shop.gateway.url}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});

describe('a session token', () => {
	const past = Date.now() - 31 * 86_400_000;
	const bad: Record<string, () => Promise<string>> = {
		malformed: async () => 'nonsense',
		forged: async () => (await createSessionToken('x'.repeat(40), Date.now())).token,
		expired: async () => (await createSessionToken(sessionSecret, past)).token,
		unsigned: async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ses_x"}')}.`,
		'for another issuer': () =>
			new SignJWT()
				.setProtectedHeader({ alg: 'HS256' })
				.setSubject('ses_x')
				.setIssuer('someone')
				.setExpirationTime('1h')
				.sign(Buffer.from(sessionSecret)),
	};
	for (const [kind, make] of Object.entries(bad)) {
		it(`that is ${kind} is refused on any operation, as bearer and as cookie`, async () => {
			const token = await make();
			for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `ib_session=${token}` }]) {
				const answer = await shop.ask(catalogue, {}, headers);
				expect(answer.status).toBe(401);
				expect(answer.data).toBeUndefined();
				const requestId = answer.headers.get('x-request-id');
				expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', requestId });
			}
		});
	}

	it('in another scheme than Bearer is refused', async () => {
		expect((await shop.ask(catalogue, {}, { authorization: 'Basic abc' })).status).toBe(401);
	});

	it('may be a cookie, and a bearer token goes before it', async () => {
		const [first, second] = [await shop.session(), await shop.session()];
		const cookie = `theme=dark; ib_session=${first.token}`;
		expect((await shop.ask('{ cart { id } }', {}, { cookie })).data.cart.id).toBe(first.id);
		const both = { cookie, authorization: second.authorization };
		expect((await shop.ask('{ cart { id } }', {}, both)).data.cart.id).toBe(second.id);
	});

	it('of the admin gives the admin scope', async () => {
		await shop.ask(catalogue, {}, { authorization: `Bearer ${adminToken}` });
		expect(shop.subgraphs.contexts.at(-1)?.viewer).toEqual({ kind: 'admin' });
		expect((await shop.ask(catalogue, {}, { authorization: `Bearer ${adminToken}x` })).status).toBe(401);
	});
});

describe('what subgraphs are told', () => {
	it('is never what the client says in the context header', async () => {
		const said = { viewer: { kind: 'admin' }, address: '6.6.6.6', requestId: 'mine' } as const;
		await shop.ask(catalogue, {}, { [contextHeader]: signContext(said, serviceSecret, Date.now()) });
		const context = shop.subgraphs.contexts.at(-1);
		expect(context?.viewer).toEqual({ kind: 'anonymous' });
		expect(context?.address).toBe('127.0.0.1');
		expect(context?.requestId).not.toBe('mine');
	});

	it('is the request id that the answer carries', async () => {
		const { headers } = await shop.ask(catalogue);
		expect(shop.subgraphs.contexts.at(-1)?.requestId).toBe(headers.get('x-request-id'));
	});

	it('is the visitor’s address when the storefront signed it, and not when anybody says so', async () => {
		const told = () => shop.subgraphs.contexts.at(-1)?.address;
		await shop.ask(
			catalogue,
			{},
			{ [visitorHeader]: signVisitorAddress('9.9.9.9', serviceSecret, Date.now()) },
		);
		expect(told()).toBe('9.9.9.9');
		await shop.ask(
			catalogue,
			{},
			{ [visitorHeader]: signVisitorAddress('9.9.9.9', 'z'.repeat(40), Date.now()) },
		);
		expect(told()).toBe('127.0.0.1');
		await shop.ask(catalogue, {}, { 'x-forwarded-for': '9.9.9.9' });
		expect(told()).toBe('127.0.0.1');
	});

	it('is what a trusted proxy says', async () => {
		await using behindProxy = await startTestShop({ trustProxy: true });
		await behindProxy.ask(catalogue, {}, { 'x-forwarded-for': '6.6.6.6, 9.9.9.9' });
		expect(behindProxy.subgraphs.contexts.at(-1)?.address).toBe('9.9.9.9');
	});
});

describe('a bad request', () => {
	const cases: [string, string, string, RegExp][] = [
		['of malformed JSON', '{"query": ', 'BAD_REQUEST', /not valid JSON/],
		['without a query', '{}', 'BAD_REQUEST', /body missing/],
		['of malformed GraphQL', JSON.stringify({ query: '{ product(' }), 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
		[
			'for an unknown field',
			JSON.stringify({ query: '{ nothing }' }),
			'GRAPHQL_VALIDATION_FAILED',
			/nothing/,
		],
		[
			'with a literal of the wrong type',
			JSON.stringify({ query: '{ trending(first: "x") { id } }' }),
			'GRAPHQL_VALIDATION_FAILED',
			/Int/,
		],
		[
			'with a variable of the wrong type',
			JSON.stringify({ query: 'query ($n: Int) { trending(first: $n) { id } }', variables: { n: 'x' } }),
			'BAD_USER_INPUT',
			/\$n/,
		],
		[
			'for a subscription',
			JSON.stringify({ query: 'subscription { orderStatusChanged(orderId: "1") { id } }' }),
			'BAD_REQUEST',
			/WebSocket/,
		],
		[
			'for an operation that its document has not',
			JSON.stringify({ query: catalogue, operationName: 'Other' }),
			'OPERATION_RESOLUTION_FAILURE',
			/operation/,
		],
		[
			'for one of several operations without a name',
			JSON.stringify({ query: 'query A { __typename } query B { __typename }' }),
			'OPERATION_RESOLUTION_FAILURE',
			/operation/,
		],
		[
			'for a persisted query whose hash is another’s',
			JSON.stringify({
				query: catalogue,
				extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } },
			}),
			'BAD_REQUEST',
			/sha/,
		],
		[
			'for a persisted query of an unknown version',
			JSON.stringify({ extensions: { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } } }),
			'BAD_REQUEST',
			/version/,
		],
	];
	for (const [what, body, code, message] of cases) {
		it(`${what} is answered 400 with ${code}`, async () => {
			const response = await post(body);
			expect(response.status).toBe(400);
			const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
			expect(errors[0]?.message).toMatch(message);
			expect(errors[0]?.extensions).toEqual({ code, requestId: response.headers.get('x-request-id') });
		});
	}

	it('is answered in the type that its client accepts', async () => {
		const accept = 'application/graphql-response+json, application/json;q=0.9';
		const refusals = [
			await post('{"query":"{ nothing }"}', { accept }),
			await post('{}', { accept }),
			await post('{}', { accept, authorization: 'Bearer nonsense' }),
		];
		expect(refusals.map(({ status }) => status)).toEqual([400, 400, 401]);
		for (const { headers } of refusals) {
			expect(headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
			expect(headers.get('cache-control')).toBe('no-store');
		}
	});

	it('by another method is told which there are', async () => {
		for (const method of ['PUT', 'DELETE', 'PATCH']) {
			const response = await fetch(`${shop.gateway.url}/graphql`, { method });
			expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
		}
	});

	it('in a batch is told to come one by one', async () => {
		const response = await post(JSON.stringify([{ query: catalogue }, { query: catalogue }]));
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			errors: [
				{
					message: expect.stringMatching(/batch/i),
					extensions: { code: 'BATCH_TOO_LARGE', limit: 0, asked: 2 },
				},
			],
		});
	});

	it('that is too large is refused, unless it is the admin’s', async () => {
		const body = JSON.stringify({ query: catalogue, variables: { image: 'x'.repeat(2_000_000) } });
		expect((await post(body)).status).toBe(413);
		expect((await post(body, { authorization: `Bearer ${adminToken}` })).status).toBe(200);
	});

	it('that is far too large is told so while it still comes in', async () => {
		const { port, hostname } = new URL(shop.gateway.url);
		for (let round = 0; round < 10; round++) {
			const socket = createConnection(Number(port), hostname);
			const size = 8 * 1024 * 1024;
			socket.write(
				`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${size}\r\n\r\n`,
			);
			const answer = once(socket, 'data');
			const sent = new Promise((resolve) => socket.write(Buffer.alloc(size, 'x'), resolve));
			expect(String((await answer)[0])).toMatch(/^HTTP\/1.1 413 /);
			await sent;
			socket.destroy();
		}
	});

	it('that turns out too large while it comes in is told so', async () => {
		const body = Readable.from(Array<Buffer>(40).fill(Buffer.alloc(64 * 1024, 'x')));
		const headers = { 'content-type': 'application/json' };
		const response = await request(`${shop.gateway.url}/graphql`, { method: 'POST', headers, body });
		expect(response.statusCode).toBe(413);
		expect(await response.body.json()).toMatchObject({
			errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }],
		});
	});

	it('that a page elsewhere could send without asking is refused', async () => {
		const response = await post(JSON.stringify({ query: catalogue }), { 'content-type': 'text/plain' });
		expect(response.status).toBe(400);
	});
});

it.each([
	[undefined, 'application/json; charset=utf-8', 200],
	['*/*', 'application/json; charset=utf-8', 200],
	['application/json', 'application/json; charset=utf-8', 200],
	[
		'application/graphql-response+json, application/json;q=0.9',
		'application/graphql-response+json; charset=utf-8',
		200,
	],
	['text/html', 'application/json; charset=utf-8', 406],
])('whoever accepts %s is answered with %s', async (accept, type, status) => {
	const { statusCode, headers, body } = await request(`${shop.gateway.url}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(accept ? { accept } : {}) },
		body: '{"query":"{ __typename }"}',
	});
	await body.dump();
	expect([statusCode, headers['content-type']]).toEqual([status, type]);
});

describe('GET', () => {
	const get = (query: string) =>
		fetch(`${shop.gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
			headers: { 'apollo-require-preflight': '1' },
		});

	it('serves queries', async () => {
		const response = await get(catalogue);
		expect(await response.json()).toEqual({ data: { product: { name: 'Product p1' } } });
		expect(response.headers.get('vary')).toBe('Origin, Accept');
	});

	it('refuses mutations', async () => {
		const response = await get('mutation { createSession { token } }');
		expect(response.status).toBe(405);
		expect(await response.text()).not.toContain('token"');
	});
});

describe('CORS', () => {
	const preflight = (origin: string) =>
		fetch(`${shop.gateway.url}/graphql`, {
			method: 'OPTIONS',
			headers: {
				origin,
				'access-control-request-method': 'POST',
				'access-control-request-headers': 'content-type,authorization',
			},
		});

	it('lets the storefront in with its cookies, in both spellings of loopback', async () => {
		for (const origin of [storefront, 'http://127.0.0.1:3000']) {
			const { status, headers } = await preflight(origin);
			expect(status).toBe(204);
			expect(headers.get('access-control-allow-origin')).toBe(origin);
			expect(headers.get('access-control-allow-credentials')).toBe('true');
			expect(headers.get('access-control-allow-headers')).toContain('authorization');
			const answer = await shop.ask(catalogue, {}, { origin });
			expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
			expect(answer.headers.get('vary')).toContain('Origin');
		}
	});

	it('lets nobody else in', async () => {
		for (const origin of ['https://evil.example', 'http://localhost:3001', 'null']) {
			expect((await preflight(origin)).headers.has('access-control-allow-origin')).toBe(false);
			const answer = await shop.ask(catalogue, {}, { origin });
			expect(answer.headers.has('access-control-allow-origin')).toBe(false);
		}
	});
});

it('lets requests in hand finish when it stops, and takes no more', async () => {
	await using stopping = await startTestShop();
	const slow = stopping.ask('{ product(id: "slow") { name } }');
	await eventually(() => expect(stopping.subgraphs.contexts).toHaveLength(1));
	const stopped = stopping.gateway[Symbol.asyncDispose]();
	expect((await slow).data).toEqual({ product: { name: 'Product slow' } });
	await stopped;
	await expect(stopping.ask(catalogue)).rejects.toThrow();
});

it('tells all of its schema when introspection is on', async () => {
	const options = { specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true };
	const { data } = await shop.ask(getIntrospectionQuery({ ...options, schemaDescription: true }));
	expect(buildClientSchema(data).getMutationType()?.getFields().createSession?.description).toBeTruthy();
});

it('tells nothing of its schema when introspection is off', async () => {
	await using hardened = await startTestShop({ introspection: false, playground: false });
	const { status, errors } = await hardened.ask('{ __schema { types { name } } }');
	expect(status).toBe(400);
	expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
	const typo = await hardened.ask('{ produkt { name } }');
	expect(typo.errors[0]?.message).not.toContain('Did you mean');
	expect((await fetch(`${hardened.gateway.url}/playground`)).status).toBe(404);
	expect(await (await fetch(hardened.gateway.url)).json()).toEqual({
		name: 'Infinite Blob',
		graphql: '/graphql',
	});
});
