import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what all have', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y', 3, 'z');
	await call('ZADD', 'b', 10, 'y', 20, 'z');
	await call('SADD', 'c', 'y');
	expect(await call('ZINTER', 2, 'a', 'b', 'WITHSCORES')).toEqual(['y', '12', 'z', '23']);
	expect(await call('ZINTER', 3, 'a', 'b', 'c', 'WITHSCORES')).toEqual(['y', '13']);
	expect(await call('ZINTER', 2, 'a', 'a', 'WEIGHTS', 1, -1, 'WITHSCORES')).toEqual([
		...['x', '0', 'y', '0', 'z', '0'],
	]);
	expect(await call('ZINTER', 2, 'a', 'none')).toEqual([]);
});
