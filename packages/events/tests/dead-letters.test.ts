import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
	countDeadLetters,
	discardDeadLetter,
	listDeadLetters,
	replayAllDeadLetters,
	replayDeadLetter,
	writeDeadLetter,
} from '../src/dead-letters.ts';
import { makeEvent } from '../src/envelope.ts';
import type { GroupOf } from '../src/streams.ts';
import { clearStreams } from './clear-streams.ts';
import { greeted } from './greeted.ts';

const stream = 'orders.events';

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

const envelope = (word: string) => JSON.stringify(makeEvent(greeted, 'ord_1', { word }, 'req_1', 5));

async function give(text: string, ...groups: GroupOf<typeof stream>[]): Promise<string> {
	const id = (await redis.xadd(stream, '*', 'event', text))!;
	for (const group of groups) {
		await redis.xgroup('CREATE', stream, group, '0').catch(() => {});
		await redis.xreadgroup('GROUP', group, 'one', 'STREAMS', stream, '>');
		await writeDeadLetter(redis, { stream, group }, { id, text }, new Error('event'));
	}
	return id;
}

const texts = async () => (await redis.xrange(stream, '-', '+')).map(([, fields]) => fields[1]);

describe('dead letters', () => {
	it('tell what could not be handled, by whom, why and when, and are acknowledged', async () => {
		const before = Date.now();
		const text = envelope('x');
		const entry = await give(text, 'cart');
		const [letter] = await listDeadLetters(redis, stream);
		expect(letter).toMatchObject({ stream, entry, group: 'cart', error: 'event', text });
		expect(letter!.event).toMatchObject({ type: 'test.greeted', subject: 'ord_1', causation: 'req_1' });
		expect(letter!.at).toBeGreaterThanOrEqual(before - 1_000);
		expect(await redis.xpending(stream, 'cart', '-', '+', 1)).toEqual([]);
	});

	it('are counted by group', async () => {
		await give(envelope('x'), 'cart', 'email');
		await give(envelope('y'), 'email');
		expect(await countDeadLetters(redis, stream, 'cart')).toBe(1);
		expect(await countDeadLetters(redis, stream, 'email')).toBe(2);
	});

	it('are listed whole, however many', async () => {
		for (let i = 0; i < 230; i++) await give(envelope(`x${i}`), 'cart');
		const letters = await listDeadLetters(redis, stream);
		expect(letters).toHaveLength(230);
		expect(new Set(letters.map(({ id }) => id)).size).toBe(230);
	});

	it('are replayed as they were, with a ring, and are gone', async () => {
		const text = envelope('x');
		await give(text, 'cart');
		const rings: string[] = [];
		const subscriber = redis.duplicate({ lazyConnect: false });
		await subscriber.subscribe(stream);
		subscriber.on('message', (_, ring) => rings.push(ring));
		const [letter] = await listDeadLetters(redis, stream);
		expect(await replayDeadLetter(redis, stream, letter!.id)).toBe(true);
		expect(await texts()).toEqual([text, text]);
		await expect.poll(() => rings).toEqual([text]);
		subscriber.disconnect();
		expect(await listDeadLetters(redis, stream)).toEqual([]);
		expect(await countDeadLetters(redis, stream, 'cart')).toBe(0);
		expect(await replayDeadLetter(redis, stream, letter!.id)).toBe(false);
		expect(await texts()).toHaveLength(2);
	});

	it('of one event in several groups are replayed by one, all at once', async () => {
		await give(envelope('x'), 'cart', 'email');
		await give(envelope('y'), 'email');
		const { replayed, left } = await replayAllDeadLetters(redis, stream);
		expect([replayed.length, left.length]).toEqual([3, 0]);
		expect(await texts()).toHaveLength(4);
		expect(await listDeadLetters(redis, stream)).toEqual([]);
		expect(await countDeadLetters(redis, stream, 'email')).toBe(0);
	});

	it('that hold no event stay', async () => {
		await give('not json', 'cart');
		const [letter] = await listDeadLetters(redis, stream);
		expect(await replayDeadLetter(redis, stream, letter!.id)).toBe(false);
		expect((await replayAllDeadLetters(redis, stream)).left).toHaveLength(1);
		expect(await texts()).toHaveLength(1);
		expect(await listDeadLetters(redis, stream)).toHaveLength(1);
	});

	it('are discarded, with an event or without, and appended nowhere', async () => {
		await give('not json', 'cart');
		await give(envelope('x'), 'cart', 'email');
		const letters = await listDeadLetters(redis, stream);
		for (const { id } of letters.slice(0, 2)) expect(await discardDeadLetter(redis, stream, id)).toBe(true);
		expect(await listDeadLetters(redis, stream)).toEqual(letters.slice(2));
		expect(await countDeadLetters(redis, stream, 'cart')).toBe(0);
		expect(await countDeadLetters(redis, stream, 'email')).toBe(1);
		expect(await texts()).toHaveLength(2);
	});

	it('are discarded by one of those who try', async () => {
		await give('not json', 'cart');
		const [letter] = await listDeadLetters(redis, stream);
		const tries = [1, 2, 3].map(() => discardDeadLetter(redis, stream, letter!.id));
		expect((await Promise.all(tries)).filter((done) => done)).toHaveLength(1);
		expect(await discardDeadLetter(redis, stream, '5-0')).toBe(false);
	});
});
