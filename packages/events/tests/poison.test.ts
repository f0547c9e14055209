import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { Pipeline } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { append } from '../src/append.ts';
import { on, startConsumer } from '../src/consumer.ts';
import { listDeadLetters } from '../src/dead-letters.ts';
import { makeEvent } from '../src/envelope.ts';
import { clearStreams } from './clear-streams.ts';
import { greeted } from './greeted.ts';
import { LossyProxy } from './lossy-proxy.ts';

const stream = 'orders.events';
const logger = pino({ level: 'silent' });

let server: TestRedis;
let redis: Redis;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
});
afterAll(async () => {
	disconnect(redis);
	await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
	await clearStreams(redis);
});

const greet = (word: string) => append(redis, stream, makeEvent(greeted, word, { word }, 'test', 0));

/** Gives all events to the consumer `one`, as if it had died with them in hand so many times. */
async function leave(deliveries: Record<string, number>): Promise<void> {
	for (const word of Object.keys(deliveries)) await greet(word);
	await redis.xgroup('CREATE', stream, 'cart', '0');
	await redis.xreadgroup('GROUP', 'cart', 'one', 'STREAMS', stream, '>');
	const counts = Object.values(deliveries);
	for (const [index, [id]] of (await redis.xrange(stream, '-', '+')).entries()) {
		await redis.xclaim(stream, 'cart', 'one', 0, id, 'RETRYCOUNT', counts[index]!, 'JUSTID');
	}
}

async function deliveries(): Promise<Record<string, number>> {
	const words = new Map(
		(await redis.xrange(stream, '-', '+')).map(([id, [, text]]) => [id, JSON.parse(text!).data.word]),
	);
	const rows = (await redis.xpending(stream, 'cart', '-', '+', 100)) as [string, string, number, number][];
	return Object.fromEntries(rows.map(([id, , , count]) => [words.get(id), count]));
}

function consume(handle: (word: string) => Promise<unknown>, through = redis) {
	const handlers = [on(greeted, ({ data }) => handle(data.word))];
	const options = { redis: through, stream, group: 'cart', consumer: 'one', logger } as const;
	return startConsumer({ ...options, handlers });
}

describe('an event that kills its consumer', () => {
	it('goes to the dead letters, and nothing else does', async () => {
		await greet('before');
		await greet('poison');
		for (const word of ['after 1', 'after 2', 'after 3']) await greet(word);
		const program = fileURLToPath(new URL('poisoned-process.ts', import.meta.url));
		let deaths = 0;
		let child: ChildProcess;
		for (;;) {
			child = spawn(process.execPath, [program, server.url, '6'], { stdio: 'ignore' });
			const died = once(child, 'exit').then(() => true);
			const done = eventually(async () => expect(await redis.scard('heard')).toBe(4), 20_000).then(
				() => false,
			);
			if (!(await Promise.race([died, done]))) break;
			deaths++;
		}
		child.kill('SIGKILL');
		expect(deaths).toBe(6);
		expect((await redis.smembers('heard')).sort()).toEqual(['after 1', 'after 2', 'after 3', 'before']);
		const letters = await listDeadLetters(redis, stream);
		expect(letters.map(({ event }) => event?.data)).toEqual([{ word: 'poison' }]);
		expect(letters[0]!.error).toBe('its handling ended the process 6 times in a row');
	}, 60_000);

	it('is given up after fifty deaths', async () => {
		await leave({ poison: 50, other: 49 });
		const heard: string[] = [];
		await using _ = await consume(async (word) => heard.push(word));
		await eventually(async () => {
			expect(await listDeadLetters(redis, stream)).toMatchObject([{ event: { data: { word: 'poison' } } }]);
			expect(heard).toEqual(['other']);
		});
	});

	it('is tried alone once it is suspected, so that the count of those beside it stands still', async () => {
		await leave({ first: 9, poison: 9, behind: 9, fresh: 1 });
		const heard: string[] = [];
		// In hand for good, as it is when the process dies.
		const consumer = await consume(async (word) => {
			if (word === 'poison') await new Promise(() => {});
			heard.push(word);
		});
		await eventually(() => expect(heard.sort()).toEqual(['first', 'fresh']));
		await eventually(async () => expect(await deliveries()).toEqual({ poison: 10, behind: 9 }));
		await consumer[Symbol.asyncDispose]();
	});
});

describe('an innocent event', () => {
	it('is not counted against for tries that end with an error', async () => {
		await leave({ unlucky: 30 });
		let tries = 0;
		const consumer = await consume(async () => {
			tries++;
			throw new Error('the mail server is away');
		});
		await eventually(async () => {
			expect(tries).toBeGreaterThan(0);
			expect(await deliveries()).toEqual({ unlucky: 1 });
		});
		await consumer[Symbol.asyncDispose]();
	});

	it('is not counted against when Redis goes away and comes back', async () => {
		const proxy = await LossyProxy.start(server.url);
		const behind = await connectRedis(proxy.url, 'test');
		const consumer = await consume(() => new Promise(() => {}), behind);
		await greet('slow');
		await eventually(async () => expect(await deliveries()).toEqual({ slow: 1 }));
		for (let i = 0; i < 5; i++) {
			const before = proxy.connections;
			proxy.cut();
			await eventually(() => expect(proxy.connections).toBeGreaterThan(before + 1));
		}
		await greet('next');
		await eventually(async () => expect(await deliveries()).toEqual({ slow: 1, next: 1 }));
		await consumer[Symbol.asyncDispose]();
		disconnect(behind);
		await proxy[Symbol.asyncDispose]();
	});
});

describe('a dead letter whose writing fails', () => {
	it('is not lost with the connection', async () => {
		const proxy = await LossyProxy.start(server.url);
		const behind = await connectRedis(proxy.url, 'test');
		const consumer = await consume(async () => {}, behind);
		proxy.loseNext('.dead', '');
		const entry = await redis.xadd(stream, '*', 'event', 'not json');
		await eventually(async () => {
			expect(proxy.lost).toBe(1);
			expect(await redis.xpending(stream, 'cart', '-', '+', 9)).toEqual([]);
			expect(await listDeadLetters(redis, stream)).toContainEqual(expect.objectContaining({ entry }));
		});
		await consumer[Symbol.asyncDispose]();
		disconnect(behind);
		await proxy[Symbol.asyncDispose]();
	});

	it('is tried again', async () => {
		await using _ = await consume(async () => {});
		vi.spyOn(Pipeline.prototype, 'exec').mockRejectedValueOnce(new Error('Connection is closed.'));
		await redis.xadd(stream, '*', 'event', 'not json');
		await eventually(async () => expect(await listDeadLetters(redis, stream)).toHaveLength(1));
	});
});
