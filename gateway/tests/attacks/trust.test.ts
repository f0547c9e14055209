import { once } from 'node:events';
import { createConnection } from 'node:net';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { signVisitorAddress, visitorHeader } from '@infinite-blob/session/visitor-address';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { sessionSecret, startTestShop, storefront, type TestShop } from '../test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());
beforeEach(() => {
	shop.subgraphs.contexts.length = 0;
});

const address = () => `${shop.gateway.url}/graphql`;
const create = 'mutation { createSession { token } }';
const cart = '{ cart { id } }';

describe('a page elsewhere', () => {
	it('gets nothing done by a form, whatever type it says it has', async () => {
		const { token } = await shop.session();
		const bodies: [string, string][] = [
			['application/x-www-form-urlencoded', `query=${encodeURIComponent(create)}`],
			['text/plain', JSON.stringify({ query: create })],
			[
				'multipart/form-data; boundary=x',
				`--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${create}\r\n--x--`,
			],
			['', JSON.stringify({ query: create })],
		];
		for (const [type, body] of bodies) {
			const headers = { 'content-type': type, cookie: `ib_session=${token}`, origin: 'https://evil.example' };
			const response = await fetch(address(), { method: 'POST', headers, body });
			expect(response.status).toBe(400);
			expect(await response.text()).not.toContain('"token"');
		}
		expect(shop.subgraphs.contexts).toEqual([]);
	});

	it('gets nothing done by a link', async () => {
		const { token } = await shop.session();
		const cookie = `ib_session=${token}`;
		const query = encodeURIComponent('mutation { clearCart { cart { id } } }');
		for (const headers of [{ cookie }, { cookie, 'apollo-require-preflight': '1' }]) {
			const response = await fetch(`${address()}?query=${query}`, { headers });
			expect([400, 405]).toContain(response.status);
		}
		const read = await fetch(`${address()}?query=${encodeURIComponent(cart)}`, { headers: { cookie } });
		expect(read.status).toBe(400);
		expect(shop.subgraphs.contexts).toEqual([]);
	});

	it('may not read what it gets', async () => {
		const { headers } = await shop.ask(cart, {}, { origin: 'https://evil.example' });
		expect(headers.has('access-control-allow-origin')).toBe(false);
	});

	it('may not put the gateway into a frame', async () => {
		for (const path of ['/graphql', '/playground', '/'])
			expect((await fetch(shop.gateway.url + path)).headers.get('content-security-policy')).toContain(
				"frame-ancestors 'none'",
			);
	});
});

describe('a forged viewer', () => {
	const admin = { viewer: { kind: 'admin' }, address: '6.6.6.6', requestId: 'mine' } as const;

	it('in the header of services is nobody to the gateway, however it is signed', async () => {
		for (const secret of ['x'.repeat(40), sessionSecret]) {
			await shop.ask(
				'{ product(id: "p1") { name } }',
				{},
				{ [contextHeader]: signContext(admin, secret, Date.now()) },
			);
			expect(shop.subgraphs.contexts.at(-1)).toMatchObject({
				viewer: { kind: 'anonymous' },
				address: '127.0.0.1',
			});
		}
	});

	it('is refused by a subgraph that is reached directly', async () => {
		const { products = '' } = shop.subgraphs.urls();
		const body = JSON.stringify({ query: '{ product(id: "p1") { name } }' });
		const visitor = signVisitorAddress('6.6.6.6', 'x'.repeat(40), Date.now());
		for (const headers of [
			{},
			{ [contextHeader]: 'nonsense' },
			{ [contextHeader]: signContext(admin, 'x'.repeat(40), Date.now()) },
			{ [contextHeader]: signContext(admin, sessionSecret, Date.now()) },
			{ [contextHeader]: visitor, [visitorHeader]: visitor },
		]) {
			const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
			const response = await fetch(`${products}/graphql`, init);
			expect(response.status).toBe(401);
		}
		expect(shop.subgraphs.contexts).toEqual([]);
	});
});

describe('session fixation', () => {
	it('by a token of the attacker’s own is refused', async () => {
		const forged = (await createSessionToken('a'.repeat(40), Date.now())).token;
		for (const headers of [{ cookie: `ib_session=${forged}` }, { authorization: `Bearer ${forged}` }])
			expect((await shop.ask(cart, {}, headers)).status).toBe(401);
	});

	it('by an address or a body that names a session does not work', async () => {
		const { token, id } = await shop.session();
		const body = JSON.stringify({ query: cart, extensions: { ib_session: token, sessionId: id } });
		const headers = { 'content-type': 'application/json' };
		for (const search of [`?ib_session=${token}`, `?token=${token}&sessionId=${id}`]) {
			const response = await fetch(address() + search, { method: 'POST', headers, body });
			expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
		}
	});

	it('is of no use, because a new session has a name of its own', async () => {
		const { authorization, id } = await shop.session();
		const tokens = await Promise.all([1, 2, 3].map(() => shop.ask(create, {}, { authorization })));
		const names = tokens.map(({ data }) => JSON.parse(atob(data.createSession.token.split('.')[1])).sub);
		expect(new Set([...names, id]).size).toBe(4);
	});
});

describe('a socket', () => {
	const open = (params: object | undefined, headers: Record<string, string> = {}) => {
		const socket = new WebSocket(address().replace('http', 'ws'), 'graphql-transport-ws', { headers });
		const messages: any[] = [];
		socket.on('message', (data) => messages.push(JSON.parse(String(data))));
		socket.on('error', () => {});
		if (params)
			socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: params })));
		const closed = once(socket, 'close').then(([code]) => code as number);
		return { socket, messages, closed };
	};

	it('without a session gets no further than an anonymous request', async () => {
		const { socket, messages } = open({});
		await eventually(() => expect(messages[0]?.type).toBe('connection_ack'));
		const query = 'subscription { orderStatusChanged(orderId: "order-x") { status } }';
		socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
		await eventually(() => expect(messages[1]?.payload.errors[0].extensions.code).toBe('UNAUTHENTICATED'));
		socket.terminate();
	});

	it('that asks before it has said who it is is closed with 4401', async () => {
		const { socket, closed } = open(undefined);
		await once(socket, 'open');
		socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: cart } }));
		expect(await closed).toBe(4401);
	});

	it('with a token that has expired is closed with 4403', async () => {
		const { token } = await createSessionToken(sessionSecret, Date.now() - 31 * 86_400_000);
		expect(await open({ authorization: `Bearer ${token}` }).closed).toBe(4403);
	});

	it('is closed with 4403 when its session expires', async () => {
		const month = 30 * 86_400_000;
		const { token } = await createSessionToken(sessionSecret, Date.now() - month + 2_500);
		const { messages, closed } = open({ authorization: `Bearer ${token}` });
		await eventually(() => expect(messages[0]?.type).toBe('connection_ack'));
		const before = performance.now();
		expect(await closed).toBe(4403);
		expect(performance.now() - before).toBeLessThan(4_000);
	});

	it('of another site is not opened, with the visitor’s cookie or without', async () => {
		const { token } = await shop.session();
		for (const headers of [
			{ origin: 'https://evil.example' },
			{ origin: 'null', cookie: `ib_session=${token}` },
		]) {
			const socket = new WebSocket(address().replace('http', 'ws'), 'graphql-transport-ws', { headers });
			socket.on('error', () => {});
			const [, response] = await once(socket, 'unexpected-response');
			expect(response.statusCode).toBe(403);
			socket.terminate();
		}
		const own = open({}, { origin: storefront });
		await eventually(() => expect(own.messages[0]?.type).toBe('connection_ack'));
		own.socket.terminate();
	});
});

describe('names that mean something to the language', () => {
	it('are names like any other in aliases, variables and extensions', async () => {
		const query =
			'query ($id: ID!) { __proto__: product(id: $id) { constructor: name toString: id hasOwnProperty: handle } }';
		const body = `{"query": ${JSON.stringify(query)}, "variables": {"id": "p1", "__proto__": {"polluted": 1}}, "extensions": {"__proto__": {"polluted": 1}}, "__proto__": {"polluted": 1}}`;
		const response = await fetch(address(), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
		});
		const text = await response.text();
		expect(text).toBe(
			'{"data":{"__proto__":{"constructor":"Product p1","toString":"p1","hasOwnProperty":"handle-p1"}}}\n'.trim(),
		);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	it('and queries that are no texts are refused', async () => {
		for (const query of [1, ['{ cart { id } }'], { a: 1 }, true, '', null]) {
			const body = JSON.stringify({ query });
			const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
			expect((await fetch(address(), init)).status).toBe(400);
		}
	});
});

describe('a request that lies about where it ends', () => {
	const send = (text: string) =>
		new Promise<string>((resolve) => {
			const { port, hostname } = new URL(shop.gateway.url);
			const socket = createConnection(Number(port), hostname, () => socket.write(text));
			let answer = '';
			socket.on('data', (data) => {
				answer += data;
			});
			socket.on('error', () => {});
			socket.on('close', () => resolve(answer));
			socket.setTimeout(2_000, () => socket.destroy());
		});

	it('with two lengths is refused', async () => {
		const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
		for (const lengths of [
			'content-length: 4\r\ntransfer-encoding: chunked\r\n',
			'content-length: 4\r\ncontent-length: 40\r\n',
			'transfer-encoding: chunked, identity\r\n',
		]) {
			const answer = await send(
				`${head}${lengths}\r\n0\r\n\r\nGET /graphql?query={cart{id}} HTTP/1.1\r\nhost: x\r\n\r\n`,
			);
			expect(answer).toMatch(/^HTTP\/1.1 400/);
			expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
		}
	});

	it('with headers too large is refused', async () => {
		expect(await send(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
			/^HTTP\/1.1 431/,
		);
	});
});
