import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { append } from '../src/append.ts';
import { on, startConsumer } from '../src/consumer.ts';
import { defineEvent, makeEvent } from '../src/envelope.ts';
import { streamGroups } from '../src/streams.ts';
import { trim } from '../src/trim.ts';
import { clearStreams } from './clear-streams.ts';

const stream = 'orders.events';
const groups = streamGroups[stream];
const counted = defineEvent(stream, 'test.counted', z.object({ n: z.int() }));

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
	for (const group of groups) await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM');
	// Long ago: 1-0, 2-0, … 10-0.
	for (let n = 1; n <= 10; n++) await redis.xadd(stream, `${n}-0`, 'event', String(n));
});

async function take(group: string, count: number, isAcknowledged = (_id: string) => true): Promise<void> {
	const [[, entries]] = (await redis.xreadgroup(
		...(['GROUP', group, 'one', 'COUNT', count, 'STREAMS', stream, '>'] as const),
	)) as [[string, [string, string[]][]]];
	for (const [id] of entries) if (isAcknowledged(id)) await redis.xack(stream, group, id);
}

const ids = async () => (await redis.xrange(stream, '-', '+')).map(([id]) => id);
const trimmed = () => trim(redis, stream, 1_000, Date.now());

describe('trimming', () => {
	it('removes what all groups have acknowledged, but for the last', async () => {
		for (const group of groups) await take(group, 10);
		expect(await trimmed()).toBe(9);
		expect(await ids()).toEqual(['10-0']);
	});

	it('leaves all that a group which lags or stands still was not given', async () => {
		for (const group of groups) await take(group, group === 'email' ? 4 : 10);
		await trimmed();
		expect((await ids())[0]).toBe('4-0');
		await take('email', 6);
		await trimmed();
		expect(await ids()).toEqual(['10-0']);
	});

	it('leaves everything while a group of the stream does not exist', async () => {
		await redis.xgroup('DESTROY', stream, 'invoice');
		for (const group of groups) if (group !== 'invoice') await take(group, 10);
		expect(await trimmed()).toBe(0);
		expect(await ids()).toHaveLength(10);
	});

	it('leaves what a group needs that nobody has named', async () => {
		await redis.xgroup('CREATE', stream, 'stranger', '6-0');
		for (const group of groups) await take(group, 10);
		await trimmed();
		expect((await ids())[0]).toBe('6-0');
	});

	it('is held up by a pending entry', async () => {
		for (const group of groups) await take(group, 10, (id) => group !== 'cart' || id !== '3-0');
		await trimmed();
		expect((await ids())[0]).toBe('3-0');
		await redis.xack(stream, 'cart', '3-0');
		await trimmed();
		expect(await ids()).toEqual(['10-0']);
	});

	it('leaves what is younger than asked for', async () => {
		const now = Date.now();
		for (const age of [5_000, 3_000, 1_500, 500]) await redis.xadd(stream, `${now - age}-0`, 'event', '');
		await redis.xadd(stream, `${now}-0`, 'event', '');
		for (const group of groups) await take(group, 20);
		await trim(redis, stream, 2_000, now);
		expect(await ids()).toEqual([`${now - 1_500}-0`, `${now - 500}-0`, `${now}-0`]);
	});

	it('does nothing where there is no stream', async () => {
		await redis.del(stream);
		expect(await trimmed()).toBe(0);
	});

	it('takes nothing from consumers that work while events are appended', async () => {
		await redis.xtrim(stream, 'MAXLEN', 0);
		const logger = pino({ level: 'silent' });
		const heard = groups.map(() => new Set<number>());
		const consumers = await Promise.all(
			groups.map((group, index) =>
				startConsumer({
					...({ redis, stream, group, consumer: 'one', logger, concurrency: 3 } as const),
					handlers: [on(counted, async ({ data }) => heard[index]!.add(data.n))],
				}),
			),
		);
		let removed = 0;
		for (let n = 0; n < 400; n++) {
			await append(redis, stream, makeEvent(counted, `s${n % 7}`, { n }, 'test', 0));
			if (n % 5 === 0) removed += await trim(redis, stream, 0, Date.now());
		}
		await expect
			.poll(() => heard.map(({ size }) => size), { timeout: 10_000 })
			.toEqual(groups.map(() => 400));
		expect(removed).toBeGreaterThan(0);
		for (const consumer of consumers) await consumer[Symbol.asyncDispose]();
	});
});
