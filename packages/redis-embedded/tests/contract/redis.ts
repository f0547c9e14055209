import { createConnection } from 'node:net';
import { startRedis } from '../../src/start-redis.ts';

/** The Redis under test, empty: this engine, or the one named by REDIS_URL (which is emptied). */
export async function startContractRedis(): Promise<{ url: string } & AsyncDisposable> {
	const url = process.env.REDIS_URL;
	if (!url) return startRedis();
	await using connection = await openRaw(url, 2);
	await connection.send(['FLUSHALL']);
	for (const name of (await connection.send(['FT._LIST'])).matchAll(/\$\d+\r\n(.+)\r\n/g)) {
		await connection.send(['FT.DROPINDEX', name[1]!]);
	}
	const empty = async () => {
		await using again = await openRaw(url, 2);
		await again.send(['FLUSHALL']);
	};
	return { url, [Symbol.asyncDispose]: empty };
}

/** Whether the Redis under test has a command that came with a later version of a module. */
export async function speaks(command: string): Promise<boolean> {
	const url = process.env.REDIS_URL;
	if (!url) return true;
	await using connection = await openRaw(url, 2);
	return !/^\*1\r\n[*$]-1/.test(await connection.send(['COMMAND', 'INFO', command]));
}

/** A bare connection that shows replies as they come over the wire. */
export async function openRaw(url: string, protocol: 2 | 3) {
	const { hostname, port } = new URL(url);
	const socket = createConnection(Number(port), hostname);
	let received = '';
	let wake = () => {};
	socket.on('data', (chunk) => {
		received += chunk.toString('latin1');
		wake();
	});
	/** What comes until `expected` bytes are there, or until a second has passed. */
	const receive = async (expected: number): Promise<string> => {
		const end = Date.now() + 1000;
		while (received.length < expected && Date.now() < end) {
			await new Promise<void>((resolve) => {
				wake = resolve;
				setTimeout(resolve, 20);
			});
		}
		const reply = received;
		received = '';
		return reply;
	};
	const send = (words: readonly string[], expected = 1): Promise<string> => {
		socket.write(frame(words), 'latin1');
		return receive(expected);
	};
	await send(['HELLO', String(protocol)]);
	return { socket, send, receive, [Symbol.asyncDispose]: async () => void socket.destroy() };
}

export const frame = (words: readonly string[]): string =>
	`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
