import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c');
	expect(await call('ZREMRANGEBYSCORE', 'z', '(1', 2)).toBe(1);
	expect(await call('ZRANGE', 'z', 0, -1)).toEqual(['a', 'c']);
	expect(await call('ZREMRANGEBYSCORE', 'z', '-inf', '+inf')).toBe(2);
	expect(await call('EXISTS', 'z')).toBe(0);
	await expect(call('ZREMRANGEBYSCORE', 'z', 'a', 1)).rejects.toThrow('ERR min or max is not a float');
});
