import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis as Redis6 } from 'ioredis';
import { Redis as Redis5 } from 'ioredis-5';
import { expect, it } from 'vitest';
import { startContractRedis } from './redis.ts';

it.each<[string, typeof Redis6]>([
	['5', Redis5 as unknown as typeof Redis6],
	['6', Redis6],
])('carries subscriptions to resolvers, by name and by pattern, with ioredis %s', async (_, Redis) => {
	await using server = await startContractRedis();
	const [publisher, subscriber] = [new Redis(server.url), new Redis(server.url)];
	const pubsub = new RedisPubSub({ publisher: publisher as never, subscriber: subscriber as never });
	const heard: unknown[] = [];
	const exact = await pubsub.subscribe('orders.1', (payload) => heard.push(payload));
	await pubsub.subscribe('products.*', (payload) => heard.push(payload), { pattern: true });
	await pubsub.publish('orders.1', { status: 'PAID' });
	await pubsub.publish('products.7', { price: 5 });
	await expect.poll(() => heard).toEqual([{ status: 'PAID' }, { price: 5 }]);
	pubsub.unsubscribe(exact);
	await expect.poll(() => publisher.publish('orders.1', '{}')).toBe(0);
	await pubsub.close();
});
