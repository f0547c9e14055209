import { createClient as createClient4 } from 'redis';
import { createClient as createClient6 } from 'redis-6';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startContractRedis } from './redis.ts';

/** The calls that both versions have. */
type Client = ReturnType<typeof createClient4>;

const versions: [string, (url: string) => Client][] = [
	['node-redis 4', (url) => createClient4({ url })],
	['node-redis 6', (url) => createClient6({ url }) as unknown as Client],
];

describe.each(versions)('%s', (_, create) => {
	let server: Awaited<ReturnType<typeof startContractRedis>>;
	let redis: Client;
	let other: Client;
	beforeAll(async () => {
		server = await startContractRedis();
		redis = create(server.url);
		other = create(server.url);
		await redis.connect();
		await other.connect();
	});
	afterAll(async () => {
		await redis.quit();
		await other.quit();
		await server[Symbol.asyncDispose]();
	});
	beforeEach(async () => void (await redis.flushAll()));

	it('reads and writes values of every type', async () => {
		await redis.set('string', 'größer', { EX: 100 });
		expect(await redis.get('string')).toBe('größer');
		expect(await redis.ttl('string')).toBeGreaterThan(90);
		await redis.hSet('hash', { a: '1', b: '2' });
		expect({ ...(await redis.hGetAll('hash')) }).toEqual({ a: '1', b: '2' });
		await redis.zAdd('zset', [
			{ value: 'a', score: 1.5 },
			{ value: 'b', score: Number.NEGATIVE_INFINITY },
		]);
		expect(await redis.zRangeWithScores('zset', 0, -1)).toEqual([
			{ value: 'b', score: Number.NEGATIVE_INFINITY },
			{ value: 'a', score: 1.5 },
		]);
		await redis.sAdd('set', ['x', 'y']);
		expect([...(await redis.sMembers('set'))].toSorted()).toEqual(['x', 'y']);
	});

	it('aborts a transaction when a watched key was touched', async () => {
		await redis.watch('stock');
		await other.set('stock', '1');
		await expect(redis.multi().incr('stock').exec()).rejects.toThrow(/watch/i);
		expect(await redis.multi().incr('stock').get('stock').exec()).toEqual([2, '2']);
	});

	it('reads streams through groups, and takes over what is pending', async () => {
		await redis.xGroupCreate('events', 'workers', '0', { MKSTREAM: true });
		const id = await redis.xAdd('events', '*', { n: '1' });
		const read = await redis.xReadGroup(
			'workers',
			'one',
			{ key: 'events', id: '>' },
			{ COUNT: 5, BLOCK: 50 },
		);
		expect(JSON.stringify(read)).toContain(id);
		const taken = await redis.xAutoClaim('events', 'workers', 'two', 0, '0-0');
		expect(taken.messages.map((entry) => entry?.id)).toEqual([id]);
		expect(await redis.xAck('events', 'workers', id)).toBe(1);
		expect(await redis.xReadGroup('workers', 'one', { key: 'events', id: '>' }, { BLOCK: 10 })).toBeNull();
	});

	it('hears messages of channels and patterns', async () => {
		const heard: string[] = [];
		await other.subscribe('orders.1', (text, channel) => void heard.push(`${channel} ${text}`));
		await other.pSubscribe('orders.*', (text, channel) => void heard.push(`* ${channel} ${text}`));
		expect(await redis.publish('orders.1', 'paid')).toBe(2);
		await expect.poll(() => heard).toEqual(['orders.1 paid', '* orders.1 paid']);
		await other.unsubscribe('orders.1');
		await other.pUnsubscribe('orders.*');
		expect(await redis.publish('orders.1', 'again')).toBe(0);
		expect(await other.ping()).toBe('PONG');
	});

	it('keeps and finds documents', async () => {
		await redis.ft.create('idx', { '$.name': { type: 'TEXT', AS: 'name' } } as never, {
			ON: 'JSON',
			PREFIX: 'doc:',
		});
		await redis.json.set('doc:1', '$', { name: 'infinite blob', price: 5 });
		expect(await redis.json.get('doc:1', { path: '$.price' })).toEqual([5]);
		expect(await redis.json.numIncrBy('doc:1', '$.price', 2)).toEqual([7]);
		await expect.poll(async () => (await redis.ft.search('idx', '@name:blob')).total).toBe(1);
		const { documents } = await redis.ft.search('idx', '@name:blob');
		expect(documents.map(({ id }) => id)).toEqual(['doc:1']);
		await redis.ft.dropIndex('idx');
	});
});
