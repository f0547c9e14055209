import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts the fields that are new', async () => {
	expect(await call('HSET', 'h', 'a', '1', 'b', '2', 'a', '3')).toBe(2);
	expect(await call('HSET', 'h', 'a', '4', 'c', '')).toBe(1);
	expect(await call('HGETALL', 'h')).toEqual(['a', '4', 'b', '2', 'c', '']);
});

it('keeps the time to live', async () => {
	await call('HSET', 'h', 'a', '1');
	await call('EXPIRE', 'h', 100);
	await call('HSET', 'h', 'a', '2');
	expect(await call('TTL', 'h')).toBe(100);
});

it('wants a value for each field', async () => {
	await expect(call('HSET', 'h', 'a', '1', 'b')).rejects.toThrow(
		"wrong number of arguments for 'hset' command",
	);
	expect(await call('EXISTS', 'h')).toBe(0);
});

it.each([
	'HSET k f v',
	'HMSET k f v',
	'HSETNX k f v',
	'HGET k f',
	'HMGET k f',
	'HGETALL k',
	'HDEL k f',
	'HEXISTS k f',
	'HKEYS k',
	'HVALS k',
	'HLEN k',
	'HSTRLEN k f',
	'HINCRBY k f 1',
	'HINCRBYFLOAT k f 1',
	'HRANDFIELD k',
	'HSCAN k 0',
])('%s refuses another type', async (line) => {
	await call('SET', 'k', 'text');
	await expect(call(...line.split(' '))).rejects.toThrow('WRONGTYPE');
	expect(await call('GET', 'k')).toBe('text');
});
