import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { expect, it } from 'vitest';
import { RedisProxy } from '../src/faults/redis-proxy.ts';
import { Random } from '../src/random.ts';

it('loses messages and no replies, and cuts connections', async () => {
	await using redis = await startTestRedis();
	await using proxy = new RedisProxy(redis.url, new Random(1));
	await using stack = new AsyncDisposableStack();
	const publisher = stack.adopt(await connectRedis(await proxy.open('publisher'), 'publisher'), disconnect);
	const subscriber = stack.adopt(
		await connectRedis(await proxy.open('subscriber'), 'subscriber'),
		disconnect,
	);
	const heard: string[] = [];
	subscriber.on('message', (_channel, text) => heard.push(text));
	await subscriber.subscribe('channel');

	proxy.loss = 1;
	for (let message = 0; message < 10; message++) expect(await publisher.publish('channel', 'lost')).toBe(1);
	await eventually(() => expect(proxy.lost).toBe(10));
	proxy.loss = 0;
	await publisher.publish('channel', 'kept');
	await eventually(() => expect(heard).toEqual(['kept']));

	const closed = Promise.race(
		[publisher, subscriber].map((client) => new Promise((end) => client.once('close', end))),
	);
	proxy.cutOne();
	await closed;
	expect(await publisher.ping()).toBe('PONG');
});
