import { Redis as Redis6 } from 'ioredis';
import { Redis as Redis5 } from 'ioredis-5';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startContractRedis } from './redis.ts';

const versions: [string, typeof Redis6][] = [
	['ioredis 5', Redis5 as unknown as typeof Redis6],
	['ioredis 6', Redis6],
];

describe.each(versions)('%s', (_, Redis) => {
	let server: Awaited<ReturnType<typeof startContractRedis>>;
	let redis: Redis6;
	let other: Redis6;
	beforeAll(async () => {
		server = await startContractRedis();
		redis = new Redis(server.url);
		other = new Redis(server.url);
	});
	afterAll(async () => {
		redis.disconnect();
		other.disconnect();
		await server[Symbol.asyncDispose]();
	});
	beforeEach(async () => {
		await redis.flushall();
	});

	it('keeps any bytes in keys and values', async () => {
		const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
		await redis.set(bytes, bytes);
		await redis.hset('hash', 'é', 'größer ✓');
		expect(await redis.getBuffer(bytes)).toEqual(bytes);
		expect(await redis.hgetall('hash')).toEqual({ é: 'größer ✓' });
	});

	it('answers a pipeline in order, errors in their places', async () => {
		const replies = await redis.pipeline().set('a', '1').hget('a', 'f').incr('a').exec();
		expect(replies?.map(([error, reply]) => error?.message.split(' ')[0] ?? reply)).toEqual([
			'OK',
			'WRONGTYPE',
			2,
		]);
	});

	it('keeps a value of several megabytes', async () => {
		const large = 'x'.repeat(5_000_000);
		await redis.set('large', large);
		expect(await redis.get('large')).toBe(large);
	});

	it('aborts a transaction when a watched key was touched by another client', async () => {
		await redis.watch('stock');
		await other.set('stock', '1');
		expect(await redis.multi().set('stock', '2').exec()).toBeNull();
		await redis.watch('stock');
		expect(await redis.multi().set('stock', '3').exec()).toEqual([[null, 'OK']]);
	});

	it('aborts a transaction when a watched key has expired', async () => {
		await redis.set('short', '1', 'PX', 30);
		await redis.watch('short');
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(await redis.multi().set('short', '2').exec()).toBeNull();
	});

	it('does not abort for a key that is unwatched, or watched by someone else', async () => {
		await other.watch('free');
		await redis.watch('free');
		await redis.unwatch();
		await other.set('free', '1');
		expect(await redis.multi().incr('free').exec()).toEqual([[null, 2]]);
		await other.unwatch();
	});

	it('delivers every entry of a stream at least once, over the death of a consumer', async () => {
		await redis.xgroup('CREATE', 'events', 'workers', '$', 'MKSTREAM');
		for (let i = 0; i < 4; i++) await redis.xadd('events', '*', 'n', String(i));
		const read = (consumer: string, id: string) =>
			redis.xreadgroup('GROUP', 'workers', consumer, 'COUNT', 2, 'STREAMS', 'events', id) as Promise<unknown>;
		const first = JSON.stringify(await read('one', '>'));
		await read('two', '>');
		expect(JSON.stringify(await read('one', '0'))).toBe(first);
		const [, taken] = (await redis.xautoclaim('events', 'workers', 'two', 0, '0')) as [
			string,
			[string, string[]][],
		];
		expect(taken.map(([, fields]) => fields[1])).toEqual(['0', '1', '2', '3']);
		expect(await redis.xack('events', 'workers', ...taken.map(([id]) => id))).toBe(4);
		expect(await redis.xpending('events', 'workers')).toEqual([0, null, null, null]);
	});

	it('ends waiting after the time given, and goes on with what came meanwhile', async () => {
		const blocked = redis.duplicate();
		const replies = await Promise.all([
			blocked.xread('BLOCK', 40, 'STREAMS', 'quiet', '$'),
			blocked.set('after', '1'),
		]);
		expect(replies).toEqual([null, 'OK']);
		blocked.disconnect();
	});

	it('publishes to channels and patterns, in order', async () => {
		const subscriber = redis.duplicate();
		const heard: string[] = [];
		subscriber.on('message', (channel, text) => heard.push(`${channel} ${text}`));
		subscriber.on('pmessage', (pattern, channel, text) => heard.push(`${pattern} ${channel} ${text}`));
		await subscriber.subscribe('orders.1');
		await subscriber.psubscribe('orders.*');
		expect(await redis.publish('orders.1', 'paid')).toBe(2);
		expect(await redis.publish('orders.2', 'placed')).toBe(1);
		await expect
			.poll(() => heard)
			.toEqual(['orders.1 paid', 'orders.* orders.1 paid', 'orders.* orders.2 placed']);
		await subscriber.unsubscribe('orders.1');
		expect(await redis.publish('orders.1', 'again')).toBe(1);
		subscriber.disconnect();
	});

	it('expires keys in time, whether or not anyone asks for them', async () => {
		await redis.set('brief', '1', 'PX', 40);
		await redis.hset('hash', 'f', 'v');
		await redis.pexpire('hash', 40);
		expect(await redis.dbsize()).toBe(2);
		await expect.poll(() => redis.dbsize(), { timeout: 3000 }).toBe(0);
	});

	it('scans every key that stays, page by page', async () => {
		await redis.mset(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key:${i}`, 'v'])));
		const found = new Set<string>();
		let cursor = '0';
		do {
			const [next, keys] = await redis.scan(cursor, 'MATCH', 'key:*', 'COUNT', 50);
			for (const key of keys) found.add(key);
			if (cursor === '0') await redis.set('late', '1');
			cursor = next;
		} while (cursor !== '0');
		expect(found.size).toBe(500);
	});
});
