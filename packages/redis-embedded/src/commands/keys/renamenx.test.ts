import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('renames only to what is free', async () => {
	await call('MSET', 'a', '1', 'b', '2');
	expect(await call('RENAMENX', 'a', 'b')).toBe(0);
	expect(await call('RENAMENX', 'a', 'a')).toBe(0);
	expect(await call('RENAMENX', 'a', 'c')).toBe(1);
	expect(await call('MGET', 'a', 'b', 'c')).toEqual([null, '2', '1']);
	await expect(call('RENAMENX', 'a', 'b')).rejects.toThrow('ERR no such key');
});
