import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c', 4, 'd');
	expect(await call('ZREMRANGEBYRANK', 'z', 1, 2)).toBe(2);
	expect(await call('ZRANGE', 'z', 0, -1)).toEqual(['a', 'd']);
	expect(await call('ZREMRANGEBYRANK', 'z', 5, 9)).toBe(0);
	expect(await call('ZREMRANGEBYRANK', 'z', -9, -1)).toBe(2);
	expect(await call('EXISTS', 'z')).toBe(0);
	await expect(call('ZREMRANGEBYRANK', 'z', 'a', 1)).rejects.toThrow('ERR value is not an integer');
});
