import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call } = redis;

beforeEach(async () => {
	await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM');
	for (const id of [1, 2, 3]) await call('XADD', 's', id, 'f', 'v');
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', '>');
});

it('counts what was pending until now', async () => {
	expect(await call('XACK', 's', 'g', 1, '3-0', 3, '2-1')).toBe(2);
	expect(await call('XACK', 's', 'g', 1)).toBe(0);
	expect(await call('XPENDING', 's', 'g')).toEqual([1, '2-0', '2-0', [['a', '1']]]);
});

it('acknowledges what is deleted from the stream', async () => {
	await call('XDEL', 's', 2);
	expect(await call('XACK', 's', 'g', 2)).toBe(1);
});

it('acknowledges nothing when one of the IDs is none', async () => {
	await expect(call('XACK', 's', 'g', 1, 'a')).rejects.toThrow('Invalid stream ID');
	expect(await call('XACK', 's', 'g', 1)).toBe(1);
});

it('finds nothing in a group that is not there', async () => {
	expect(await call('XACK', 's', 'none', 'a')).toBe(0);
	expect(await call('XACK', 'none', 'g', 'a')).toBe(0);
	await call('SET', 'string', 'a');
	await expect(call('XACK', 'string', 'g', 1)).rejects.toThrow('WRONGTYPE');
});

it('aborts no transaction that watches the stream', async () => {
	const watcher = await redis.connect();
	await watcher('WATCH', 's');
	await call('XACK', 's', 'g', 1);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', 0);
	await watcher('MULTI');
	expect(await watcher('EXEC')).toEqual([]);
});
