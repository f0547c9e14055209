import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, type TestShop } from './test-shop.ts';

const cutOff = 'a socket does not read what it is sent, and was cut off';
const largePing = JSON.stringify({ type: 'ping', payload: { a: 'x'.repeat(60_000) } });

let shop: TestShop;
let socket: WebSocket;
let received: string[];
beforeEach(async () => {
	shop = await startTestShop();
	socket = new WebSocket(`${shop.gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
	socket.on('error', () => {});
	received = [];
	socket.on('message', (data) => received.push(String(data)));
	await once(socket, 'open');
	socket.send('{"type":"connection_init"}');
	await eventually(() => expect(received).toHaveLength(1));
	socket.pause();
});
afterEach(async () => {
	socket.terminate();
	await shop?.[Symbol.asyncDispose]();
});

const isCutOff = () => shop.log.some((line) => line.includes(cutOff));

/** Sends until the socket is cut off, or so often. */
async function insist(times: number, send: (done: () => void) => void): Promise<void> {
	const atOnce = 100;
	for (let sent = 0; sent < times && !isCutOff(); sent += atOnce) {
		await Promise.all(Array.from({ length: atOnce }, () => new Promise<void>((done) => send(done))));
		await nextTurn();
	}
}

describe('a socket that asks and does not read', () => {
	it('is cut off when its pings have large payloads', async () => {
		await insist(1_000, (done) => socket.send(largePing, done));
		await eventually(() => expect(isCutOff()).toBe(true));
		socket.resume();
		await eventually(() => expect(socket.readyState).toBe(socket.CLOSED));
		expect(shop.log.filter((line) => line.includes(cutOff))).toHaveLength(1);
	});

	it('is cut off when its operations are refused', async () => {
		const id = 'x'.repeat(60_000);
		let next = 0;
		await insist(1_000, (done) => {
			const payload = { query: '{ nothing }' };
			socket.send(JSON.stringify({ type: 'subscribe', id: `${next++}${id}`, payload }), done);
		});
		await eventually(() => expect(isCutOff()).toBe(true));
	});

	it('is cut off when its pings are of the WebSocket protocol', async () => {
		await insist(300_000, (done) => socket.ping('x'.repeat(125), true, done));
		await eventually(() => expect(isCutOff()).toBe(true));
	});
});

describe('a socket that reads later', () => {
	it('gets all that waited for it', async () => {
		for (let sent = 0; sent < 50; sent++) socket.send(largePing);
		socket.ping('still there?');
		const answered = once(socket, 'pong');
		await nextTurn();
		socket.resume();
		expect(String((await answered)[0])).toBe('still there?');
		await eventually(() => expect(received).toHaveLength(51));
		expect(isCutOff()).toBe(false);
	});
});
