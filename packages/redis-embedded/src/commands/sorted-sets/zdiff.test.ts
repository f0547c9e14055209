import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what the first alone has, with its scores', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y', 3, 'z');
	await call('ZADD', 'b', 9, 'y');
	expect(await call('ZDIFF', 3, 'a', 'b', 'none')).toEqual(['x', 'z']);
	expect(await call('ZDIFF', 2, 'a', 'b', 'WITHSCORES')).toEqual(['x', '1', 'z', '3']);
	expect(await call('ZDIFF', 2, 'a', 'a')).toEqual([]);
	await expect(call('ZDIFF', 1, 'a', 'AGGREGATE', 'MAX')).rejects.toThrow('ERR syntax error');
});
