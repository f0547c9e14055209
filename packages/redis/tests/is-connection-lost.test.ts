import { createServer, type Server, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isConnectionLost } from '../src/is-connection-lost.ts';

/** A Redis that greets, takes a command, and dies before it answers. */
let dying: Server;
let url = '';

beforeEach(async () => {
	dying = createServer((socket: Socket) => {
		socket.on('error', () => {});
		socket.on('data', (data) => {
			if (/ping/i.test(data.toString())) socket.destroy();
			else socket.write('-ERR unknown command\r\n'.repeat(data.toString().match(/\*\d/g)?.length ?? 0));
		});
	});
	await new Promise<void>((resolve) => dying.listen(0, '127.0.0.1', resolve));
	url = `redis://127.0.0.1:${(dying.address() as { port: number }).port}`;
});
afterEach(() => {
	dying.close();
});

describe('a lost connection', () => {
	it('is told by ioredis', async () => {
		const client = new Redis(url, { protocol: 2, enableReadyCheck: false, retryStrategy: () => null });
		client.on('error', () => {});
		const error = await client.ping().catch((reason: unknown) => reason);
		expect(isConnectionLost(error)).toBe(true);
	});

	it('is told by node-redis', async () => {
		const client = createClient({ url, socket: { reconnectStrategy: false } });
		client.on('error', () => {});
		await client.connect();
		const error = await client.ping().catch((reason: unknown) => reason);
		expect(isConnectionLost(error)).toBe(true);
	});

	it('is nothing else', () => {
		expect(isConnectionLost(new Error('ERR wrong number of arguments'))).toBe(false);
		expect(isConnectionLost('Connection is closed.')).toBe(false);
		expect(isConnectionLost(undefined)).toBe(false);
	});
});
