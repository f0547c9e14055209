import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what all have, up to a limit', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y', 3, 'z');
	await call('SADD', 'b', 'y', 'z');
	expect(await call('ZINTERCARD', 2, 'a', 'b')).toBe(2);
	expect(await call('ZINTERCARD', 2, 'a', 'b', 'LIMIT', 1)).toBe(1);
	expect(await call('ZINTERCARD', 2, 'a', 'b', 'LIMIT', 0)).toBe(2);
	expect(await call('ZINTERCARD', 2, 'a', 'none')).toBe(0);
	await expect(call('ZINTERCARD', 1, 'a', 'LIMIT', -1)).rejects.toThrow("ERR LIMIT can't be negative");
	await expect(call('ZINTERCARD', 1, 'a', 'WITHSCORES')).rejects.toThrow('ERR syntax error');
});
