import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operation } from '#lib/graphql/operation.ts';
import { GatewayClient, GatewayError } from './gateway-client.ts';
import { createSession, type SessionToken, VisitorSession } from './session.ts';

interface Seen {
	query: string;
	authorization: string | undefined;
	address: string | undefined;
}

const cart = operation<{ cart: { id: string } | null }, object>('query Cart { cart { id } }');

let gateway: Server;
let url: string;
let seen: Seen[];
let accepted: Set<string>;
let made: number;

beforeEach(async () => {
	seen = [];
	accepted = new Set();
	made = 0;
	gateway = createServer(async (request, response) => {
		const { query = '' } = (await new Response(request as unknown as ReadableStream).json()) as {
			query?: string;
		};
		const { authorization } = request.headers;
		seen.push({ query, authorization, address: request.headers['x-forwarded-for']?.toString() });
		const [status, body] = answer(query, authorization);
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => gateway.close(resolve)));

function answer(query: string, authorization: string | undefined): [number, object] {
	// Like a gateway that does not have this build's list of operations.
	if (!query)
		return [200, { errors: [{ message: 'Unknown', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }];
	if (query.includes('createSession')) {
		const token = `token-${++made}`;
		accepted.add(`Bearer ${token}`);
		return [200, { data: { createSession: { token, expiresAt: '2026-12-01T00:00:00.000Z' } } }];
	}
	if (authorization === undefined || !accepted.has(authorization)) {
		return [401, { errors: [{ message: 'Start a session.', extensions: { code: 'UNAUTHENTICATED' } }] }];
	}
	return [200, { data: { cart: { id: authorization } } }];
}

function visitor(cookie?: string) {
	const jar: { token: string | undefined; dropped: number } = { token: cookie, dropped: 0 };
	const store = {
		read: () => jar.token,
		write: ({ token }: SessionToken) => {
			jar.token = token;
		},
		drop: () => {
			jar.dropped++;
		},
	};
	const headers = () => ({ 'x-forwarded-for': '203.0.113.7' });
	const session = new VisitorSession(store, () => createSession(url, headers()));
	return { jar, session, client: new GatewayClient({ locale: 'en-US', url, headers, caller: session }) };
}

describe("a visitor's session", () => {
	it('is made for the first visit and kept in the cookie', async () => {
		const { jar, session } = visitor();
		await session.renew(undefined);
		expect(jar).toEqual({ token: 'token-1', dropped: 0 });
		expect(seen.at(-1)).toMatchObject({ authorization: undefined, address: '203.0.113.7' });
	});

	it('goes along with every question', async () => {
		const { client, session } = visitor();
		await session.renew(undefined);
		const { data } = await client.request(cart, {});
		expect(data.cart?.id).toBe('Bearer token-1');
	});

	it('is replaced when the gateway refuses it, and the question asked again', async () => {
		const { client, jar } = visitor('stale');
		const { data } = await client.request(cart, {});
		expect(data.cart?.id).toBe('Bearer token-1');
		expect(jar).toEqual({ token: 'token-1', dropped: 1 });
	});

	it('is replaced once by questions asked together', async () => {
		const { client } = visitor('stale');
		await Promise.all([client.request(cart, {}), client.request(cart, {}), client.request(cart, {})]);
		expect(made).toBe(1);
	});

	it('is not asked for over and over when the new one is refused too', async () => {
		const { client, session } = visitor('stale');
		const renew = session.renew.bind(session);
		session.renew = async (refused) => {
			await renew(refused);
			accepted.clear();
			return 'refused';
		};
		await expect(client.request(cart, {})).rejects.toThrow(GatewayError);
		expect(made).toBe(1);
	});

	it('cannot be made while the gateway is away, which is said by its own error', async () => {
		const { session } = visitor();
		url = 'http://127.0.0.1:1';
		await expect(session.renew(undefined)).rejects.toThrow(GatewayError);
	});

	it('leaves optional parts out while the gateway is away', async () => {
		const { client } = visitor('stale');
		await new Promise((resolve) => gateway.close(resolve));
		expect(await client.optional(cart, {})).toBeNull();
		gateway.listen(0, '127.0.0.1');
	});
});
