import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('stores what all have', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y');
	await call('ZADD', 'b', 3, 'y');
	expect(await call('ZINTERSTORE', 'new', 2, 'a', 'b', 'AGGREGATE', 'MAX')).toBe(1);
	expect(await call('ZRANGE', 'new', 0, -1, 'WITHSCORES')).toEqual(['y', '3']);
	expect(await call('ZINTERSTORE', 'new', 2, 'a', 'none')).toBe(0);
	expect(await call('EXISTS', 'new')).toBe(0);
});
