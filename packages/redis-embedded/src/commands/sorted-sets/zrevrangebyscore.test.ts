import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('reads from the higher score to the lower', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c');
	expect(await call('ZREVRANGEBYSCORE', 'z', '(3', '-inf', 'WITHSCORES')).toEqual(['b', '2', 'a', '1']);
	expect(await call('ZREVRANGEBYSCORE', 'z', '+inf', 0, 'LIMIT', 1, 1)).toEqual(['b']);
	expect(await call('ZREVRANGEBYSCORE', 'z', 1, 3)).toEqual([]);
});
