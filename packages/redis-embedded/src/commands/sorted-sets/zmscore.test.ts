import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers the score of each', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b');
	expect(await call('ZMSCORE', 'z', 'b', 'c', 'a')).toEqual(['2', null, '1']);
	expect(await call('ZMSCORE', 'none', 'a')).toEqual([null]);
});
