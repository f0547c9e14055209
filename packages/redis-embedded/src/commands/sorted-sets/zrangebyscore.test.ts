import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('reads from the lower score to the higher', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c', 'inf', 'd');
	expect(await call('ZRANGEBYSCORE', 'z', '(1', 3, 'WITHSCORES')).toEqual(['b', '2', 'c', '3']);
	expect(await call('ZRANGEBYSCORE', 'z', '-inf', 'inf', 'LIMIT', 1, 2)).toEqual(['b', 'c']);
	expect(await call('ZRANGEBYSCORE', 'z', 3, 1)).toEqual([]);
	await expect(call('ZRANGEBYSCORE', 'z', 1, 2, 'BYSCORE')).rejects.toThrow('ERR syntax error');
	await expect(call('ZRANGEBYSCORE', 'z', 1, 2, 'REV')).rejects.toThrow('ERR syntax error');
});
