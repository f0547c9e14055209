import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes out the highest', async () => {
	await call('ZADD', 'z', 2, 'b', 1, 'a', 3, 'c', 3, 'd');
	expect(await call('ZPOPMAX', 'z')).toEqual(['d', '3']);
	expect(await call('ZPOPMAX', 'z', 2)).toEqual(['c', '3', 'b', '2']);
});
