import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('reads from the highest score', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c');
	expect(await call('ZREVRANGE', 'z', 0, 1)).toEqual(['c', 'b']);
	expect(await call('ZREVRANGE', 'z', -1, -1, 'WITHSCORES')).toEqual(['a', '1']);
	await expect(call('ZREVRANGE', 'z', 0, 1, 'REV')).rejects.toThrow('ERR syntax error');
});
