import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type EmbeddedRedis, startRedis } from '../src/start-redis.ts';
import { frame, openRaw } from './contract/redis.ts';

let redis: EmbeddedRedis;
beforeAll(async () => {
	redis = await startRedis();
});
afterAll(() => redis.close());

it('understands commands however their bytes are split, or joined', async () => {
	await using connection = await openRaw(redis.url, 2);
	const bytes = frame(['SET', 'split', 'a\r\nb']) + frame(['GET', 'split']) + frame(['PING']);
	for (const byte of bytes) connection.socket.write(byte, 'latin1');
	const expected = '+OK\r\n$4\r\na\r\nb\r\n+PONG\r\n';
	expect(await connection.receive(expected.length)).toBe(expected);
	connection.socket.write(bytes.repeat(100), 'latin1');
	expect(await connection.receive(expected.length * 100)).toBe(expected.repeat(100));
});

it('understands lines typed by hand', async () => {
	await using connection = await openRaw(redis.url, 2);
	connection.socket.write('SET line "a \\x41\\n"\r\n\r\nGET line\n');
	expect(await connection.receive(16)).toBe('+OK\r\n$4\r\na A\n\r\n');
});

it.each([
	['*2147483648\r\n', 'invalid multibulk length'],
	['*abc\r\n', 'invalid multibulk length'],
	['*01\r\n', 'invalid multibulk length'],
	['*-0\r\n', 'invalid multibulk length'],
	['*1\r\n$-5\r\n', 'invalid bulk length'],
	['*1\r\n$04\r\nPING\r\n', 'invalid bulk length'],
	['*1\r\n$268435457\r\n', 'invalid bulk length'],
	['*1\r\n$99999999999\r\n', 'invalid bulk length'],
	['*1\r\n:1\r\n', "expected '$', got ':'"],
	['SET "a\r\n', 'unbalanced quotes'],
	['*1\r\n$-9223372036854775808\r\n', 'invalid bulk length'],
	['x'.repeat(70_000), 'too big inline request'],
])('answers what is no command with an error and closes: %#', async (bytes, message) => {
	await using connection = await openRaw(redis.url, 2);
	const closed = once(connection.socket, 'close');
	connection.socket.write(bytes);
	expect(await connection.receive(1)).toContain(`-ERR Protocol error: ${message}`);
	await closed;
});

it.each(['POST', 'GET', 'OPTIONS'])('takes no commands out of the body of HTTP: %s', async (method) => {
	await using connection = await openRaw(redis.url, 2);
	await connection.send(['SET', 'victim', '1']);
	await using page = await openRaw(redis.url, 2);
	const closed = once(page.socket, 'close');
	page.socket.write(`${method} / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nDEL victim\r\n`);
	await closed;
	expect(await connection.send(['EXISTS', 'victim'])).toBe(':1\r\n');
});

it('survives noise, and documents nested too deeply', async () => {
	for (let i = 0; i < 50; i++) {
		const socket = createConnection(redis.port, '127.0.0.1').on('error', () => {});
		socket.write(Buffer.from(Array.from({ length: 300 }, () => Math.floor(Math.random() * 256))));
		socket.end('*3\r\n$3\r\nSET\r\n$1');
	}
	await using connection = await openRaw(redis.url, 2);
	await connection.send(['JSON.SET', 'deep', '$', '['.repeat(200_000) + ']'.repeat(200_000)]);
	expect(await connection.send(['PING'])).toBe('+PONG\r\n');
});

it('drops a subscriber that does not read', async () => {
	await using slow = await openRaw(redis.url, 2);
	await slow.send(['SUBSCRIBE', 'firehose']);
	slow.socket.pause();
	await using fast = await openRaw(redis.url, 2);
	const message = 'x'.repeat(1_000_000);
	let reached = ':1\r\n';
	for (let i = 0; i < 60 && reached === ':1\r\n'; i++)
		reached = await fast.send(['PUBLISH', 'firehose', message]);
	expect(reached).toBe(':0\r\n');
});

it('answers all that a client has sent which sends no more', async () => {
	await using connection = await openRaw(redis.url, 2);
	await connection.send(['DEL', 'sent']);
	const count = 20_000;
	const last = createConnection({ port: redis.port, host: '127.0.0.1', allowHalfOpen: true });
	let replies = 0;
	last.on('data', (chunk) => {
		replies += chunk.toString('latin1').split('\n').length - 1;
	});
	last.end(frame(['INCR', 'sent']).repeat(count));
	await once(last, 'end');
	expect(replies).toBe(count);
	expect(await connection.send(['GET', 'sent'])).toContain(`\r\n${count}\r\n`);
});

it('lets others have their turn among the many commands that one client has sent', async () => {
	await using busy = await openRaw(redis.url, 2);
	await using other = await openRaw(redis.url, 2);
	await other.send(['DEL', 'count', 'gate']);
	await busy.send(['CLIENT', 'REPLY', 'SKIP'], 0);
	busy.socket.write(
		frame(['XREAD', 'BLOCK', '0', 'STREAMS', 'gate', '$']) + frame(['INCR', 'count']).repeat(100_000),
	);
	await expect.poll(() => other.send(['CLIENT', 'LIST'])).toMatch(/cmd=xread /);
	await other.send(['XADD', 'gate', '*', 'open', '1']);
	const seen = new Set<string>();
	while (!seen.has('$6\r\n100000\r\n')) seen.add(await other.send(['GET', 'count']));
	expect(seen.size).toBeGreaterThan(3);
});

it('tells errors in bytes: none of their words ends the line', async () => {
	await using connection = await openRaw(redis.url, 2);
	await connection.send(['FT.CREATE', 'words', 'SCHEMA', 't', 'TEXT']);
	for (const text of ['(é', '(\u010d\u010a\u0129forged', '@t:(\u4e0d\u4e0a', '(ключ']) {
		const bytes = Buffer.from(text).toString('latin1');
		const reply = await connection.send(['FT.SEARCH', 'words', bytes]);
		expect(reply).toMatch(/^-Syntax error[^\r\n]*\r\n$/);
		expect(await connection.send(['PING'])).toBe('+PONG\r\n');
	}
	for (const word of ['ключ', 'é']) {
		const [query, near] = [`(${word}`, `near ${word}`].map((text) => Buffer.from(text).toString('latin1'));
		expect(await connection.send(['FT.SEARCH', 'words', query!])).toContain(near);
	}
});

it('drops a client whose command has no end, and goes on', async () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => {});
	await using endless = await openRaw(redis.url, 2);
	const closed = new Promise((resolve) => endless.socket.once('close', resolve));
	endless.socket.on('error', () => {});
	endless.socket.write('*2000000000\r\n$3\r\nDEL\r\n');
	const words = Buffer.from('$0\r\n\r\n'.repeat(200_000));
	const send = () => {
		while (endless.socket.writable && endless.socket.write(words));
	};
	endless.socket.on('drain', send);
	send();
	await closed;
	expect(endless.socket.bytesWritten).toBeLessThan(200_000_000);
	expect(told.mock.lastCall![0]).toMatch(/^redis-embedded: dropped a client that had sent 512 MB/);
	told.mockRestore();
	await using other = await openRaw(redis.url, 2);
	expect(await other.send(['PING'])).toBe('+PONG\r\n');
});

it('sends replies as it goes, however many are asked for at once', async () => {
	await using connection = await openRaw(redis.url, 2);
	const value = 'x'.repeat(1024 * 1024);
	await connection.send(['SET', 'large', value]);
	const replies = 600;
	let missing = replies * `$1048576\r\n${value}\r\n`.length;
	connection.socket.removeAllListeners('data').on('data', ({ length }) => {
		missing -= length;
	});
	connection.socket.write(frame(['GET', 'large']).repeat(replies));
	await expect.poll(() => missing, { timeout: 20_000 }).toBe(0);
}, 25_000);

it('closes though a client does not read', async () => {
	const closing = await startRedis();
	await using slow = await openRaw(closing.url, 2);
	await slow.send(['SUBSCRIBE', 'firehose']);
	slow.socket.pause();
	await using fast = await openRaw(closing.url, 2);
	for (let i = 0; i < 10; i++) await fast.send(['PUBLISH', 'firehose', 'x'.repeat(1_000_000)]);
	await closing.close();
});

it('answers among five thousand silent clients', async () => {
	await using connection = await openRaw(redis.url, 2);
	const sockets = Array.from({ length: 5000 }, () => createConnection(redis.port, '127.0.0.1'));
	await Promise.all(sockets.map((socket) => once(socket, 'connect')));
	expect(await connection.send(['PING'])).toBe('+PONG\r\n');
	for (const socket of sockets) socket.destroy();
	await expect
		.poll(() => connection.send(['INFO', 'clients']), { timeout: 15_000 })
		.toContain('connected_clients:1\r');
});

it("gives no client what is another's, whatever a third one sends", async () => {
	const clients = await Promise.all(Array.from({ length: 20 }, () => openRaw(redis.url, 2)));
	const noise = Array.from({ length: 10 }, () =>
		createConnection(redis.port, '127.0.0.1').on('error', () => {}),
	);
	for (let round = 0; round < 50; round++) {
		for (const socket of noise) {
			const word = `${Math.random()}`;
			const bytes = frame(['SET', `noise:${word}`, word]) + frame(['GET', `noise:${word}`]);
			socket.write(bytes.slice(0, Math.floor(Math.random() * bytes.length)));
		}
		const replies = clients.map((client, i) => {
			const own = `client ${i} round ${round}\xff\0`;
			return client.send(['ECHO', own], own.length + 7).then((reply) => [reply, own] as const);
		});
		for (const [reply, own] of await Promise.all(replies)) expect(reply).toBe(`$${own.length}\r\n${own}\r\n`);
	}
	for (const socket of noise) socket.destroy();
	for (const client of clients) await client[Symbol.asyncDispose]();
});
