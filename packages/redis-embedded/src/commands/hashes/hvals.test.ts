import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers the values', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '1');
	expect(await call('HVALS', 'h')).toEqual(['1', '1']);
	expect(await call('HVALS', 'none')).toEqual([]);
});
