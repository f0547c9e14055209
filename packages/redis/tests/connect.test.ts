import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDocuments } from '../src/documents.ts';

let redis: TestRedis;
beforeAll(async () => {
	redis = await startTestRedis();
});
afterAll(() => redis?.[Symbol.asyncDispose]());

/** An entrance to the Redis that breaks the connection over the first commands of this name. */
async function breakingOver(command: RegExp, times: number) {
	const { hostname, port } = new URL(redis.url);
	const sockets = new Set<Socket>();
	let broken = 0;
	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		client.on('data', (data) => {
			if (broken < times && command.test(data.toString('latin1'))) {
				broken++;
				client.resetAndDestroy();
			} else upstream.write(data);
		});
		upstream.on('data', (data) => client.write(data));
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on('error', () => {});
			socket.on('close', () => {
				client.destroy();
				upstream.destroy();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
		broken: () => broken,
		async [Symbol.asyncDispose]() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

describe('a connection that breaks at the start of a service', () => {
	it('does not pass for a Redis without JSON', async () => {
		await using entrance = await breakingOver(/JSON\.GET/i, 3);
		await using documents = await connectDocuments(entrance.url, 'test');
		expect(documents.client).toBeDefined();
		expect(entrance.broken()).toBe(3);
	});
});
