import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { continueTrace, SpanKind } from '@infinite-blob/telemetry/trace';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { append } from '../src/append.ts';
import { on, startConsumer } from '../src/consumer.ts';
import { makeEvent, parseEnvelope } from '../src/envelope.ts';
import { clearStreams } from './clear-streams.ts';
import { greeted } from './greeted.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const stream = 'orders.events';
const span = { name: 'request', kind: SpanKind.SERVER };

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	await clearStreams(redis);
});
afterAll(async () => {
	disconnect(redis);
	await server[Symbol.asyncDispose]();
});

const greeting = (word: string) => makeEvent(greeted, 'a', { word }, 'test', 0);

it('an event is a part of the trace of what caused it, over any number of events', async () => {
	const heard: { word: string; traceparent: string | undefined }[] = [];
	await using _ = await startConsumer({
		redis,
		stream,
		group: 'cart',
		consumer: 'one',
		handlers: [
			on(greeted, async ({ data: { word }, traceparent: trace }) => {
				heard.push({ word, traceparent: trace });
				if (word === 'first') await append(redis, stream, greeting('caused by first'));
			}),
		],
		logger: pino({ level: 'silent' }),
	});
	await continueTrace({ traceparent }, span, () => append(redis, stream, greeting('first')));
	await append(redis, stream, greeting('of no trace'));
	await eventually(() => expect(heard).toHaveLength(3));
	expect(heard).toEqual(
		expect.arrayContaining([
			{ word: 'first', traceparent },
			{ word: 'caused by first', traceparent },
			{ word: 'of no trace', traceparent: undefined },
		]),
	);
});

it('an envelope from before there were traces is one', () => {
	const event = greeting('old');
	expect(parseEnvelope(JSON.stringify(event))).toEqual(event);
	expect(Object.keys(event)).not.toContain('traceparent');
});
