import { setTimeout as sleep } from 'node:timers/promises';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { TcpProxy } from '@infinite-blob/testing/tcp-proxy';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { append } from '../src/append.ts';
import { type ConsumerOptions, type Handler, on, startConsumer } from '../src/consumer.ts';
import { listDeadLetters } from '../src/dead-letters.ts';
import { defineEvent, makeEvent } from '../src/envelope.ts';
import { clearStreams } from './clear-streams.ts';
import { greeted } from './greeted.ts';
import { LossyProxy } from './lossy-proxy.ts';

const stream = 'orders.events';
const other = defineEvent(stream, 'test.other', z.object({}));
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

const greet = (word: string, subject = 'a') =>
	append(redis, stream, makeEvent(greeted, subject, { word }, 'test', 0));

function consume(
	handlers: Handler[],
	consumer = 'one',
	options: Partial<Pick<ConsumerOptions, 'concurrency' | 'maxTries' | 'claimEveryMs' | 'claimIdleMs'>> = {},
) {
	return startConsumer({ redis, stream, group: 'cart', consumer, handlers, logger, ...options });
}

const pending = async () => ((await redis.xpending(stream, 'cart')) as [number])[0];

describe('a consumer', () => {
	it('handles what was there before it and what comes, and acknowledges both', async () => {
		const heard: string[] = [];
		await greet('before');
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		await greet('after');
		await eventually(() => expect(heard).toEqual(['before', 'after']));
		await eventually(async () => expect(await pending()).toBe(0));
	});

	it('hears of an event within milliseconds, by the doorbell', async () => {
		let heardAt = 0;
		await using _ = await consume([
			on(greeted, async () => {
				heardAt = performance.now();
			}),
		]);
		await sleep(50);
		const sentAt = performance.now();
		await greet('now');
		await eventually(() => expect(heardAt).toBeGreaterThan(0));
		// Far below the two seconds of the poll.
		expect(heardAt - sentAt).toBeLessThan(500);
	});

	it('finds an event whose ring was lost', async () => {
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		const event = makeEvent(greeted, 'a', { word: 'silent' }, 'test', 0);
		await redis.xadd(stream, '*', 'event', JSON.stringify(event));
		await eventually(() => expect(heard).toEqual(['silent']));
	});

	it('handles the events of one subject in their order and those of others beside them', async () => {
		const heard: string[] = [];
		await using _ = await consume([
			on(greeted, async ({ subject, data }) => {
				await sleep(subject === 'slow' ? 60 : 1);
				heard.push(data.word);
			}),
		]);
		await greet('slow 1', 'slow');
		await greet('slow 2', 'slow');
		await greet('quick', 'quick');
		await eventually(() => expect(heard).toEqual(['quick', 'slow 1', 'slow 2']));
	});

	it('tries again what failed', async () => {
		let tries = 0;
		await using _ = await consume([
			on(greeted, async () => {
				tries++;
				if (tries < 3) throw new Error('not yet');
			}),
		]);
		await greet('x');
		await eventually(async () => {
			expect(tries).toBe(3);
			expect(await pending()).toBe(0);
		});
	});

	it('moves what keeps failing to the dead letters, with the error', async () => {
		await using _ = await consume([on(greeted, () => Promise.reject(new Error('never')))], 'one', {
			maxTries: 2,
		});
		await greet('x');
		await eventually(async () => {
			const [[, fields]] = (await redis.xrange(`${stream}.dead`, '-', '+')) as [[string, string[]]];
			expect(fields).toEqual(expect.arrayContaining(['group', 'cart', 'error', 'never']));
			expect(await pending()).toBe(0);
		});
	});

	it('moves what is no event, or not in its form, to the dead letters', async () => {
		await using _ = await consume([on(greeted, async () => {})]);
		await redis.xadd(stream, '*', 'event', 'not json');
		await append(redis, stream, { ...makeEvent(greeted, 'a', { word: '' }, 't', 0), data: { word: 7 } });
		await eventually(async () => expect(await redis.xlen(`${stream}.dead`)).toBe(2));
	});

	it('does not handle an event in a version that it does not know, older or newer, but keeps it', async () => {
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		for (const version of [2, 0]) {
			await append(redis, stream, { ...makeEvent(greeted, 'a', { word: 'x' }, 't', 0), version });
		}
		await greet('known');
		await eventually(async () => {
			const errors = (await listDeadLetters(redis, stream)).map(({ error }) => error);
			expect(errors).toEqual([
				expect.stringContaining('test.greeted came in version 2, but this service knows version 1'),
				expect.stringContaining('came in version 0'),
			]);
			expect(heard).toEqual(['known']);
			expect(await pending()).toBe(0);
		});
	});

	it('acknowledges events that are none of its business', async () => {
		await using _ = await consume([on(greeted, async () => {})]);
		await append(redis, stream, makeEvent(other, 'a', {}, 'test', 0));
		await eventually(async () => {
			const [group] = (await redis.xinfo('GROUPS', stream)) as unknown[][];
			expect(group).toEqual(expect.arrayContaining(['lag', 0]));
			expect(await pending()).toBe(0);
		});
	});

	it('first finishes what it left when it died', async () => {
		await greet('left');
		await redis.xgroup('CREATE', stream, 'cart', '0');
		await redis.xreadgroup('GROUP', 'cart', 'one', 'COUNT', 1, 'STREAMS', stream, '>');
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		await eventually(() => expect(heard).toEqual(['left']));
	});

	it('goes past what was trimmed while it was pending, a page of it and more', async () => {
		for (let n = 0; n < 250; n++) await greet(`gone ${n}`, `s${n}`);
		await greet('kept');
		await redis.xgroup('CREATE', stream, 'cart', '0');
		await redis.xreadgroup('GROUP', 'cart', 'one', 'STREAMS', stream, '>');
		await redis.xtrim(stream, 'MAXLEN', 1);
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		await eventually(async () => {
			expect(heard).toEqual(['kept']);
			expect(await pending()).toBe(0);
		});
	});

	it('drops what a dead member left and was trimmed', async () => {
		for (let n = 0; n < 40; n++) await greet(`gone ${n}`, `s${n}`);
		await greet('kept');
		await redis.xgroup('CREATE', stream, 'cart', '0');
		await redis.xreadgroup('GROUP', 'cart', 'dead', 'STREAMS', stream, '>');
		await redis.xtrim(stream, 'MAXLEN', 1);
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))], 'one', {
			claimEveryMs: 30,
			claimIdleMs: 1,
		});
		await eventually(async () => {
			expect(heard).toEqual(['kept']);
			expect(await pending()).toBe(0);
		});
	});

	it('finishes at once what was given to it by an answer that got lost', async () => {
		await using proxy = await LossyProxy.start(server.url);
		const behind = await connectRedis(proxy.url, 'test');
		const heard: string[] = [];
		const handlers = [on(greeted, async ({ data }) => heard.push(data.word))];
		const consumer = await startConsumer({
			redis: behind,
			stream,
			group: 'cart',
			consumer: 'one',
			handlers,
			logger,
		});
		await sleep(50);
		proxy.loseNext('xreadgroup');
		await greet('lost');
		// Far below the minute after which another would take it over.
		await eventually(() => expect(heard).toEqual(['lost']), 6_000);
		expect(proxy.lost).toBe(1);
		await eventually(async () => expect(await pending()).toBe(0));
		await consumer[Symbol.asyncDispose]();
		disconnect(behind);
	});

	it('shares the work with the other members of its group', async () => {
		const heard: Record<string, number> = { one: 0, two: 0 };
		const member = (name: string) =>
			consume(
				[
					on(greeted, async () => {
						await sleep(10);
						heard[name]!++;
					}),
				],
				name,
				{ concurrency: 1 },
			);
		await using _ = await member('one');
		await using __ = await member('two');
		for (let i = 0; i < 12; i++) await greet('x', `subject ${i}`);
		await eventually(() => expect(heard.one! + heard.two!).toBe(12));
		await sleep(50);
		expect(heard.one! + heard.two!).toBe(12);
		expect(Math.min(heard.one!, heard.two!)).toBeGreaterThan(0);
	});

	it('takes over from a dead member, but not what a living one is still at work on', async () => {
		const heard: string[] = [];
		let finish = () => {};
		const long = new Promise<void>((resolve) => {
			finish = resolve;
		});
		const times = { claimEveryMs: 50, claimIdleMs: 200 };
		await using _ = await consume([on(greeted, () => long)], 'one', { ...times, concurrency: 1 });
		await greet('long');
		await redis.xgroup('CREATECONSUMER', stream, 'cart', 'dead');
		await eventually(async () => expect(await pending()).toBe(1));
		await greet('abandoned', 'b');
		await redis.xreadgroup('GROUP', 'cart', 'dead', 'COUNT', 1, 'STREAMS', stream, '>');
		await using __ = await consume([on(greeted, async ({ data }) => heard.push(data.word))], 'two', times);
		await eventually(() => expect(heard).toEqual(['abandoned']));
		await sleep(500);
		expect(heard).toEqual(['abandoned']);
		finish();
	});

	it('holds one place for all events of a subject that waits, so that others pass', async () => {
		const heard: string[] = [];
		let finish = () => {};
		const long = new Promise<void>((resolve) => {
			finish = resolve;
		});
		const handler = on(greeted, async ({ subject, data }) => {
			if (subject === 'stuck') await long;
			heard.push(data.word);
		});
		await using _ = await consume([handler], 'one', { concurrency: 2 });
		for (const word of ['one', 'two', 'three', 'four']) await greet(word, 'stuck');
		for (const word of ['five', 'six', 'seven']) await greet(word, word);
		await eventually(() => expect(heard).toEqual(['five', 'six', 'seven']));
		finish();
		await eventually(() => expect(heard).toEqual(['five', 'six', 'seven', 'one', 'two', 'three', 'four']));
		await eventually(async () => expect(await pending()).toBe(0));
	});

	it('asks once for what the dead left, however long Redis does not answer', async () => {
		let asked = 0;
		let isStalled = false;
		await using proxy = await TcpProxy.start(server.url, () => ({
			said(data) {
				asked += data.toString('latin1').toLowerCase().split('xautoclaim').length - 1;
			},
			answered: (data) => (isStalled ? undefined : data),
		}));
		const through = await connectRedis(`redis://127.0.0.1:${proxy.port}`, 'test');
		const handlers = [on(greeted, async () => {})];
		await using _ = await startConsumer({
			...{ redis: through, stream, group: 'cart', consumer: 'one', handlers, logger },
			claimEveryMs: 20,
		});
		await eventually(() => expect(asked).toBeGreaterThan(1));
		isStalled = true;
		const before = asked;
		await sleep(300);
		expect(asked - before).toBeLessThanOrEqual(1);
		disconnect(through);
	});

	it('finds what the dead left behind all that the living have in hand', async () => {
		for (let n = 0; n < 200; n++) await greet(`busy ${n}`, `s${n}`);
		await greet('abandoned');
		await redis.xgroup('CREATE', stream, 'cart', '0');
		await redis.xreadgroup('GROUP', 'cart', 'two', 'STREAMS', stream, '>');
		const [[last]] = (await redis.xrevrange(stream, '+', '-', 'COUNT', 1)) as [[string, string[]]];
		await redis.xclaim(stream, 'cart', 'dead', 0, last, 'IDLE', 90_000, 'JUSTID');
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))], 'one', {
			claimEveryMs: 50,
		});
		await eventually(() => expect(heard).toEqual(['abandoned']));
	});

	it('goes on when the stream and its group are gone', async () => {
		const heard: string[] = [];
		await using _ = await consume([on(greeted, async ({ data }) => heard.push(data.word))]);
		await redis.del(stream);
		await greet('fresh');
		await eventually(() => expect(heard).toEqual(['fresh']), 8_000);
	});
});
