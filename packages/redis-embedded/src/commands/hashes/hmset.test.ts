import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets fields and says no more', async () => {
	expect(await call('HMSET', 'h', 'a', '1', 'b', '2')).toBe('OK');
	expect(await call('HGETALL', 'h')).toEqual(['a', '1', 'b', '2']);
	await expect(call('HMSET', 'h', 'a')).rejects.toThrow("wrong number of arguments for 'hmset' command");
});
