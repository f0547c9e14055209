import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts from the highest score', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 2, 'c');
	expect(await call('ZREVRANK', 'z', 'c')).toBe(0);
	expect(await call('ZREVRANK', 'z', 'a', 'WITHSCORE')).toEqual([2, '1']);
	expect(await call('ZREVRANK', 'z', 'none')).toBeNull();
});
