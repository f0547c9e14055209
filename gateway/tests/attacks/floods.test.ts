import { once } from 'node:events';
import { get } from 'node:http';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { GatewayConfig } from '../../src/config.ts';
import { adminToken, sessionSecret, startTestShop, type TestShop } from '../test-shop.ts';

let shop: TestShop;
afterEach(() => shop?.[Symbol.asyncDispose]());
const open = async (config: Partial<GatewayConfig> = {}) => {
	shop = await startTestShop(config);
};

const query = '{ product(id: "p1") { name } }';

describe('too many operations', () => {
	it('of one session are refused, with when to come again', async () => {
		await open({ rateLimits: { session: 5, address: 1_000 } });
		const { authorization } = await shop.session();
		const answers = [];
		for (let i = 0; i < 7; i++) answers.push(await shop.ask(query, {}, { authorization }));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
		const [first, last] = [answers[0]!, answers.at(-1)!];
		expect(first.headers.get('ratelimit-policy')).toBe('"session";q=5;w=60, "address";q=1000;w=60');
		expect(first.headers.get('ratelimit')).toMatch(/^"session";r=4;t=(60|5\d), "address";r=999;t=(60|5\d)$/);
		expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(50);
		expect(last.data).toBeUndefined();
		expect(last.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 5, asked: 7 });
		const { authorization: other } = await shop.session();
		expect((await shop.ask(query, {}, { authorization: other })).status).toBe(200);
	});

	it('of one address are refused, though it says it has many, and is many sessions', async () => {
		await open({ rateLimits: { session: 1_000, address: 5 } });
		const statuses = [];
		for (let i = 0; i < 7; i++) {
			const { authorization } = await shop.session();
			const headers = {
				authorization,
				'x-forwarded-for': `10.0.0.${i}`,
				'x-real-ip': `10.0.0.${i}`,
				forwarded: `for=10.0.0.${i}`,
			};
			statuses.push((await shop.ask(query, {}, headers)).status);
		}
		expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
	});

	it('are counted by the address that a proxy of ours tells', async () => {
		await open({ rateLimits: { session: 1_000, address: 2 }, trustProxy: true });
		const from = async (address: string) =>
			(await shop.ask(query, {}, { 'x-forwarded-for': `1.1.1.1, ${address}` })).status;
		expect([await from('9.9.9.9'), await from('9.9.9.9'), await from('9.9.9.9')]).toEqual([200, 200, 429]);
		expect(await from('8.8.8.8')).toBe(200);
		expect(await from('::ffff:9.9.9.9')).toBe(429);
		const ofOneNetwork = ['2001:db8::1', '2001:db8::2', '2001:db8::ffff:3'];
		expect(await Promise.all(ofOneNetwork.map(from))).toEqual([200, 200, 429]);
	});

	it('are counted over all gateways', async () => {
		await open({ rateLimits: { session: 10, address: 1_000 } });
		const other = await shop.another();
		const { authorization } = await shop.session();
		for (let i = 0; i < 6; i++) await shop.ask(query, {}, { authorization });
		await sleep(500);
		const statuses = [];
		for (let i = 0; i < 11; i++) {
			statuses.push((await other.ask(query, {}, { authorization })).status);
			await sleep(60);
		}
		expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
	});

	it('with bad tokens are refused as well', async () => {
		await open({ rateLimits: { session: 1_000, address: 3 } });
		const statuses = [];
		for (let i = 0; i < 5; i++)
			statuses.push((await shop.ask(query, {}, { authorization: `Bearer ${i}` })).status);
		expect(statuses).toEqual([401, 401, 401, 429, 429]);
	});

	it('of one address are refused when it takes too long to plan them, though they are few', async () => {
		await open({ rateLimits: { session: 10_000, address: 200 }, trustProxy: true });
		const fields = 'name similar { name ad { text } } boughtTogether { name similar { name } } ad { text }';
		const large = (n: number) =>
			`{ ${Array.from({ length: 15 }, (_, i) => `a${n}_${i}: product(id: "p1") { ${fields} }`).join(' ')} }`;
		const refused = async (address: string, text: (n: number) => string) => {
			for (let n = 0; n < 150; n++) {
				const { status } = await shop.ask(text(n), {}, { 'x-forwarded-for': address });
				if (status === 429) return true;
			}
			return false;
		};
		expect(await refused('9.9.9.9', () => query)).toBe(false);
		expect(await refused('8.8.8.8', large)).toBe(true);
	});

	it('of the admin are not', async () => {
		await open({ rateLimits: { session: 2, address: 2 } });
		for (let i = 0; i < 6; i++)
			expect((await shop.ask(query, {}, { authorization: `Bearer ${adminToken}` })).status).toBe(200);
	});

	it('over one socket are refused as well', async () => {
		await open({ rateLimits: { session: 3, address: 1_000 } });
		const { authorization } = await shop.session();
		const socket = new WebSocket(`${shop.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
		const errors: unknown[] = [];
		socket.on('message', (data) => {
			const { type, payload } = JSON.parse(String(data));
			if (type === 'error') errors.push(payload[0].extensions.code);
			if (type !== 'connection_ack') return;
			for (let id = 0; id < 5; id++)
				socket.send(JSON.stringify({ id: `${id}`, type: 'subscribe', payload: { query } }));
		});
		socket.on('open', () =>
			socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
		);
		await eventually(() => expect(errors).toEqual(['RATE_LIMITED', 'RATE_LIMITED']));
		socket.terminate();
	});

	it('at a time over one socket are refused', async () => {
		await open();
		const { authorization, id } = await shop.session();
		const socket = new WebSocket(`${shop.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
		const errors: any[] = [];
		const watch = `subscription { orderStatusChanged(orderId: "order-${id}") { status } }`;
		socket.on('message', (data) => {
			const { type, payload } = JSON.parse(String(data));
			if (type === 'error') errors.push(payload[0].extensions);
			if (type !== 'connection_ack') return;
			for (let n = 0; n < 55; n++)
				socket.send(JSON.stringify({ id: `${n}`, type: 'subscribe', payload: { query: watch } }));
		});
		socket.on('open', () =>
			socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
		);
		await eventually(() => expect(errors).toHaveLength(5));
		expect(errors[0]).toMatchObject({ code: 'TOO_MANY_OPERATIONS', limit: 50, asked: 51 });
		socket.terminate();
	});
});

describe('an operation on a socket', () => {
	const slow = '{ product(id: "p1") { ad { text } } }';
	const cancelled = async () => {
		const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		return Number(/_count{subgraph="ads",result="cancelled"} (\d+)/.exec(metrics)?.[1] ?? 0);
	};
	async function connect() {
		const { authorization } = await shop.session();
		const socket = new WebSocket(`${shop.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
		const messages: any[] = [];
		socket.on('message', (data) => messages.push(JSON.parse(String(data))));
		const send = (message: object) => socket.send(JSON.stringify(message));
		socket.on('open', () => send({ type: 'connection_init', payload: { authorization } }));
		await eventually(() => expect(messages.shift()).toEqual({ type: 'connection_ack' }));
		const run = (id: number, query = slow) => send({ id: `${id}`, type: 'subscribe', payload: { query } });
		const leave = (id: number) => send({ id: `${id}`, type: 'complete' });
		return { socket, messages, run, leave };
	}
	afterEach(() => shop?.subgraphs.hanging.clear());

	it('that takes too long is given up, with its calls to subgraphs', async () => {
		await open({ requestTimeoutMs: 200, subgraphTimeoutMs: 5_000 });
		shop.subgraphs.hanging.add('ads');
		const { socket, messages, run } = await connect();
		run(1);
		await eventually(() => expect(messages.at(-1)?.type).toBe('complete'));
		expect(messages[0].payload.errors[0].extensions).toMatchObject({ code: 'REQUEST_TIMEOUT', limit: 200 });
		await eventually(async () => expect(await cancelled()).toBe(1));
		socket.terminate();
	});

	it('is given up when its client completes it, and when its socket closes', async () => {
		await open();
		shop.subgraphs.hanging.add('ads');
		const { socket, messages, run, leave } = await connect();
		run(1);
		await eventually(() => expect(shop.subgraphs.asked.get('ads')).toBe(1));
		leave(1);
		await eventually(async () => expect(await cancelled()).toBe(1));
		run(2);
		await eventually(() => expect(shop.subgraphs.asked.get('ads')).toBe(2));
		socket.terminate();
		await eventually(async () => expect(await cancelled()).toBe(2));
		expect(messages).toEqual([]);
	});

	it('that changes something is carried through though its client leaves it, and counts as long as it runs', async () => {
		await open();
		shop.subgraphs.hanging.add('cart');
		const { socket, messages, run, leave } = await connect();
		const clear = 'mutation { clearCart { cart { id } } }';
		for (let id = 0; id < 50; id++) {
			run(id, clear);
			await eventually(() => expect(shop.subgraphs.asked.get('cart')).toBe(id + 1));
			leave(id);
		}
		run(50, clear);
		await eventually(() => expect(messages).toHaveLength(1));
		expect(messages[0].payload[0].extensions).toMatchObject({ code: 'TOO_MANY_OPERATIONS', limit: 50 });
		shop.subgraphs.hanging.clear();
		await eventually(() => expect(shop.subgraphs.cleared).toBe(50));
		messages.length = 0;
		run(100, '{ __typename }');
		await eventually(() => expect(messages[0]?.payload).toEqual({ data: { __typename: 'Query' } }));
		socket.terminate();
	});

	it('that its client leaves before it runs leaves no trace', async () => {
		await open();
		const { socket, messages, run, leave } = await connect();
		for (let id = 0; id < 200; id++) {
			run(id, 'mutation { clearCart { cart { id } } }');
			leave(id);
			if (id % 10 === 9) await sleep(20);
		}
		run(200, '{ __typename }');
		await eventually(() => expect(messages.at(-2)?.payload).toEqual({ data: { __typename: 'Query' } }));
		socket.terminate();
	});
});

describe('an operation that takes too long', () => {
	it('is given up, with its calls to subgraphs', async () => {
		await open({ requestTimeoutMs: 200, subgraphTimeoutMs: 5_000 });
		shop.subgraphs.hanging.add('ads');
		const before = performance.now();
		const { status, data, errors } = await shop.ask('{ product(id: "p1") { name ad { text } } }');
		expect(performance.now() - before).toBeLessThan(1_000);
		expect(status).toBe(504);
		expect(data).toBeUndefined();
		expect(errors[0]?.extensions).toMatchObject({ code: 'REQUEST_TIMEOUT', limit: 200 });
		const metrics = async () => (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		await eventually(async () =>
			expect(await metrics()).toContain(
				'gateway_subgraph_duration_seconds_count{subgraph="ads",result="cancelled"} 1',
			),
		);
		shop.subgraphs.hanging.clear();
	});

	it('is given up when its client goes away, unless it changes something', async () => {
		await open();
		shop.subgraphs.hanging.add('ads');
		const init = {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			signal: AbortSignal.timeout(200),
		};
		const body = JSON.stringify({ query: '{ product(id: "p1") { ad { text } } }' });
		await expect(fetch(`${shop.gateway.url}/graphql`, { ...init, body })).rejects.toThrow();
		const metrics = async () => (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		await eventually(async () => expect(await metrics()).toContain('subgraph="ads",result="cancelled"} 1'));
		expect(await metrics()).not.toContain('code="REQUEST_TIMEOUT"');
		shop.subgraphs.hanging.clear();

		shop.subgraphs.hanging.add('cart');
		const clear = JSON.stringify({ query: 'mutation { clearCart { cart { id } } }' });
		const gone = fetch(`${shop.gateway.url}/graphql`, {
			...init,
			body: clear,
			signal: AbortSignal.timeout(200),
		});
		await expect(gone).rejects.toThrow();
		await sleep(100);
		shop.subgraphs.hanging.clear();
		await eventually(() => expect(shop.subgraphs.cleared).toBe(1));
	});
});

describe('idle sockets', () => {
	it('of one address are a few: of 5,000, the others are refused, and the gateway goes on', async () => {
		await open({ socketLimits: { perSession: 20, perAddress: 200 } });
		const url = `${shop.gateway.url.replace('http', 'ws')}/graphql`;
		const sockets: WebSocket[] = [];
		const counts = { open: 0, refused: 0 };
		for (let batch = 0; batch < 25; batch++) {
			await Promise.all(
				Array.from({ length: 200 }, () => {
					const socket = new WebSocket(url, 'graphql-transport-ws');
					sockets.push(socket);
					return new Promise<void>((resolve) => {
						socket.on('open', () => {
							counts.open++;
							socket.send('{"type":"connection_init"}');
							resolve();
						});
						socket.on('unexpected-response', (_, response) => {
							if (response.statusCode === 429) counts.refused++;
							response.resume();
							resolve();
						});
						socket.on('error', () => resolve());
					});
				}),
			);
		}
		expect(counts).toEqual({ open: 200, refused: 4_800 });
		const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
		const refused = get(`${shop.gateway.url}/graphql`, { headers: upgrade });
		const [response] = await once(refused, 'response');
		expect(JSON.parse((await response.toArray()).join(''))).toEqual({
			errors: [
				{
					message: 'A network address may have 200 sockets open at a time.',
					extensions: { code: 'TOO_MANY_SOCKETS', limit: 200, asked: 201 },
				},
			],
		});
		expect((await shop.ask(query)).errors).toEqual([]);
		for (const socket of sockets) socket.terminate();
		await eventually(async () => {
			const socket = new WebSocket(url, 'graphql-transport-ws');
			await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
			socket.terminate();
		});
	}, 60_000);

	it('of one session are a few', async () => {
		await open({ socketLimits: { perSession: 2, perAddress: 200 } });
		const { authorization } = await shop.session();
		const url = `${shop.gateway.url.replace('http', 'ws')}/graphql`;
		const sockets = [];
		const outcomes: unknown[] = [];
		for (let i = 0; i < 3; i++) {
			const socket = new WebSocket(url, 'graphql-transport-ws');
			sockets.push(socket);
			socket.on('open', () =>
				socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
			);
			socket.on('message', (data) => outcomes.push(JSON.parse(String(data)).type));
			socket.on('close', (code) => outcomes.push(code));
			await eventually(() => expect(outcomes).toHaveLength(i + 1));
		}
		expect(outcomes).toEqual(['connection_ack', 'connection_ack', 4429]);
		for (const socket of sockets) socket.terminate();
	});

	it('that go away while they say who they are take no place', async () => {
		// Each is tried, which takes time.
		const others = Array.from({ length: 200 }, (_, i) => `${i}`.padStart(40, 'x'));
		const sessionSecrets: GatewayConfig['sessionSecrets'] = ['x', ...others, sessionSecret];
		await open({ socketLimits: { perSession: 1, perAddress: 200 }, sessionSecrets });
		const { authorization } = await shop.session();
		const url = `${shop.gateway.url.replace('http', 'ws')}/graphql`;
		const greeting = JSON.stringify({ type: 'connection_init', payload: { authorization } });
		const greet = (then: (socket: WebSocket) => void) =>
			new Promise<unknown>((resolve) => {
				const socket = new WebSocket(url, 'graphql-transport-ws');
				socket.on('open', () => {
					socket.send(greeting, () => then(socket));
				});
				socket.on('message', () => resolve('connection_ack'));
				socket.on('close', resolve);
			});
		expect(await greet((socket) => socket.terminate())).toBe(1006);
		await eventually(async () => expect(await greet(() => {})).toBe('connection_ack'));
	});

	it('that never say who they are are closed', async () => {
		await open();
		const socket = new WebSocket(`${shop.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
		const code = await new Promise((resolve) => socket.on('close', resolve));
		expect(code).toBe(4408);
	});
});

describe('slow clients', () => {
	const connect = () =>
		new Promise<Socket>((resolve) => {
			const { port, hostname } = new URL(shop.gateway.url);
			const socket = createConnection(Number(port), hostname, () => resolve(socket));
			socket.on('error', () => {});
		});
	const closed = (socket: Socket) => new Promise<void>((resolve) => socket.on('close', () => resolve()));

	it('that send their headers byte by byte are cut off, and hold nobody up', async () => {
		await open({ headersTimeoutMs: 1_000, bodyTimeoutMs: 1_500 });
		const sockets = await Promise.all(Array.from({ length: 50 }, connect));
		const drips = sockets.map((socket) => {
			socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
			return setInterval(() => socket.write('x'), 200);
		});
		expect((await shop.ask(query)).errors).toEqual([]);
		await Promise.all(sockets.map(closed));
		for (const drip of drips) clearInterval(drip);
	});

	it('that are refused a socket and do not hang up are hung up on', async () => {
		await open();
		const { port, hostname } = new URL(shop.gateway.url);
		const socket = createConnection({ port: Number(port), host: hostname, allowHalfOpen: true });
		socket.resume();
		socket.write('GET /elsewhere HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
		await new Promise((resolve) => socket.on('end', resolve));
		await shop.gateway[Symbol.asyncDispose]();
		socket.destroy();
	});

	it('that send their body byte by byte are cut off', async () => {
		await open({ headersTimeoutMs: 1_000, bodyTimeoutMs: 1_500 });
		const socket = await connect();
		socket.write(
			'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n',
		);
		const drip = setInterval(() => socket.write('x'), 200);
		await closed(socket);
		clearInterval(drip);
	});
});
