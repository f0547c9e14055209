import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startContractRedis } from './redis.ts';

/** A reply as node-redis reads it from RESP2; errors reject. */
type Reply = string | number | null | Reply[];
type Call = (...words: (string | number)[]) => Promise<Reply>;

/**
 * The Redis under test for the tests of a file, emptied before each of them. `call` sends a command; `connect`
 * opens another connection, closed with its test, and answers the `call` of it; `untilBlocked` waits until so many
 * connections wait.
 */
export function useRedis(): {
	readonly url: string;
	readonly call: Call;
	connect(): Promise<Call>;
	untilBlocked(count: number): Promise<void>;
} {
	let server: Awaited<ReturnType<typeof startContractRedis>>;
	let first: Call;
	const others: (() => Promise<unknown>)[] = [];
	const connect = async () => {
		const client = createClient({ url: server.url });
		// Only what follows a command's own failure: the socket closed with the server.
		client.on('error', () => {});
		await client.connect();
		return {
			call: (...words: (string | number)[]): Promise<Reply> => client.sendCommand(words.map(String)),
			close: async () => client.disconnect(),
		};
	};
	let closeFirst: () => Promise<unknown>;
	beforeAll(async () => {
		server = await startContractRedis();
		({ call: first, close: closeFirst } = await connect());
	});
	beforeEach(async () => void (await first('FLUSHALL')));
	afterEach(async () => {
		for (const close of others.splice(0)) await close();
	});
	afterAll(async () => {
		await closeFirst();
		await server[Symbol.asyncDispose]();
	});
	return {
		get url() {
			return server.url;
		},
		call: (...words) => first(...words),
		async connect() {
			const { call, close } = await connect();
			others.push(close);
			return call;
		},
		async untilBlocked(count) {
			const blocked = async () => /blocked_clients:(\d+)/.exec(`${await first('INFO', 'clients')}`)?.[1];
			await expect.poll(blocked, { interval: 5 }).toBe(String(count));
		},
	};
}
