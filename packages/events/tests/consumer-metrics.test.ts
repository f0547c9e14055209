import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { append } from '../src/append.ts';
import { on, startConsumer } from '../src/consumer.ts';
import { makeEvent } from '../src/envelope.ts';
import { groupFigures } from '../src/group-figures.ts';
import { clearStreams } from './clear-streams.ts';
import { greeted } from './greeted.ts';
import { LossyProxy } from './lossy-proxy.ts';

const stream = 'orders.events';
const logger = pino({ level: 'silent' });
const labels = 'stream="orders.events",group="cart"';

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

const greet = (word: string) => append(redis, stream, makeEvent(greeted, word, { word }, 'test', Date.now()));

function consume(metrics: Registry, handle: (word: string) => Promise<unknown>, through = redis) {
	const handlers = [on(greeted, ({ data }) => handle(data.word))];
	const options = { redis: through, stream, group: 'cart', consumer: 'one', logger, metrics } as const;
	return startConsumer({ ...options, handlers, maxTries: 2 });
}

describe("a consumer's figures", () => {
	it('count what was handled, what failed and what was given up, and how long tries took', async () => {
		const metrics = new Registry();
		await using _ = await consume(metrics, async (word) => {
			if (word === 'bad') throw new Error('never');
		});
		await greet('good');
		await greet('bad');
		await eventually(async () => {
			const text = await metrics.metrics();
			expect(text).toContain(`events_handled_total{${labels},type="test.greeted"} 1`);
			expect(text).toContain(`events_failed_tries_total{${labels},type="test.greeted"} 2`);
			expect(text).toContain(`events_dead_lettered_total{${labels},type="test.greeted"} 1`);
			expect(text).toContain(`events_handling_seconds_count{${labels},type="test.greeted"} 3`);
			expect(text).toContain(`events_dead_letters{${labels}} 1`);
		});
	});

	it('show where the group stands', async () => {
		const metrics = new Registry();
		await greet('x');
		await using _ = await consume(metrics, () => new Promise((resolve) => setTimeout(resolve, 500)));
		await eventually(async () => {
			const text = await metrics.metrics();
			expect(text).toContain(`events_lag{${labels}} 0`);
			expect(text).toContain(`events_pending{${labels}} 1`);
			expect(text).toMatch(/events_oldest_pending_seconds\{.*\} 0\.\d+/);
		});
		await eventually(async () => {
			const text = await metrics.metrics();
			expect(text).toContain(`events_pending{${labels}} 0`);
			expect(text).toContain(`events_oldest_pending_seconds{${labels}} 0`);
		});
	});

	it('count the lag where Redis cannot tell it', async () => {
		for (const id of ['1-0', '2-0', '3-0', '4-0']) await redis.xadd(stream, id, 'event', '');
		await redis.xgroup('CREATE', stream, 'cart', '1-0');
		await redis.xdel(stream, '3-0');
		expect(await groupFigures(redis, stream, Date.now(), 'cart')).toMatchObject([{ lag: 2 }]);
	});

	it('of two consumers of one service stand in one registry', async () => {
		const metrics = new Registry();
		await using _ = await consume(metrics, async () => {});
		const other = { redis, stream: 'products.events', group: 'ads', consumer: 'one', logger } as const;
		await using __ = await startConsumer({ ...other, handlers: [], metrics });
		const text = await metrics.metrics();
		expect(text).toContain(`events_lag{${labels}} 0`);
		expect(text).toContain('events_lag{stream="products.events",group="ads"} 0');
	});

	it('leave out where the group stands while Redis does not answer, or is away', async () => {
		const proxy = await LossyProxy.start(server.url);
		const behind = await connectRedis(proxy.url, 'test');
		const metrics = new Registry();
		const consumer = await consume(metrics, async () => {}, behind);
		await eventually(async () => expect(await metrics.metrics()).toContain(`events_lag{${labels}}`));
		proxy.stall();
		const stalled = await metrics.metrics();
		expect(stalled).toContain('# TYPE events_lag gauge');
		expect(stalled).not.toContain(`events_lag{${labels}}`);
		await proxy[Symbol.asyncDispose]();
		expect(await metrics.metrics()).not.toContain(`events_lag{${labels}}`);
		await consumer[Symbol.asyncDispose]();
		disconnect(behind);
	});
});
