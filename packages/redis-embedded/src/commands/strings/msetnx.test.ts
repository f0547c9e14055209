import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets all or nothing', async () => {
	expect(await call('MSETNX', 'a', '1', 'b', '2')).toBe(1);
	expect(await call('MSETNX', 'b', '3', 'c', '3')).toBe(0);
	expect(await call('MGET', 'a', 'b', 'c')).toEqual(['1', '2', null]);
	expect(await call('MSETNX', 'd', '1', 'd', '2')).toBe(1);
	expect(await call('GET', 'd')).toBe('2');
	await expect(call('MSETNX', 'a', '1', 'b')).rejects.toThrow(
		"wrong number of arguments for 'msetnx' command",
	);
});
