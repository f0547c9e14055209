import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets all, the last of a name given twice, and drops times to live', async () => {
	await call('SET', 'a', '0', 'EX', 100);
	expect(await call('MSET', 'a', '1', 'b', '2', 'b', '3')).toBe('OK');
	expect(await call('MGET', 'a', 'b')).toEqual(['1', '3']);
	expect(await call('TTL', 'a')).toBe(-1);
});

it('wants a value for each', async () => {
	await expect(call('MSET', 'a', '1', 'b')).rejects.toThrow("wrong number of arguments for 'mset' command");
	expect(await call('EXISTS', 'a')).toBe(0);
});
