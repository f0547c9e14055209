import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('replaces what was there, and its time to live', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y');
	await call('ZADD', 'b', 3, 'y');
	await call('SET', 'new', 'text', 'EX', 100);
	expect(await call('ZUNIONSTORE', 'new', 2, 'a', 'b', 'WEIGHTS', 1, 2)).toBe(2);
	expect(await call('ZRANGE', 'new', 0, -1, 'WITHSCORES')).toEqual(['x', '1', 'y', '8']);
	expect(await call('TTL', 'new')).toBe(-1);
	expect(await call('ZUNIONSTORE', 'a', 2, 'a', 'b')).toBe(2);
	expect(await call('ZSCORE', 'a', 'y')).toBe('5');
	expect(await call('ZUNIONSTORE', 'a', 1, 'none')).toBe(0);
	expect(await call('EXISTS', 'a')).toBe(0);
});

it('takes zero for what is not a number', async () => {
	await call('ZADD', 'a', 'inf', 'x', '-inf', 'y');
	await call('ZADD', 'b', '-inf', 'x', 1, 'y');
	await call('ZUNIONSTORE', 'new', 2, 'a', 'b');
	expect(await call('ZRANGE', 'new', 0, -1, 'WITHSCORES')).toEqual(['y', '-inf', 'x', '0']);
	await call('ZUNIONSTORE', 'new', 1, 'a', 'WEIGHTS', 0);
	expect(await call('ZRANGE', 'new', 0, -1, 'WITHSCORES')).toEqual(['x', '0', 'y', '0']);
});

it('refuses what it does not understand', async () => {
	await expect(call('ZUNIONSTORE', 'new', 0, 'a')).rejects.toThrow(
		"ERR at least 1 input key is needed for 'zunionstore' command",
	);
	await expect(call('ZUNIONSTORE', 'new', 1, 'a', 'WITHSCORES')).rejects.toThrow('ERR syntax error');
});
