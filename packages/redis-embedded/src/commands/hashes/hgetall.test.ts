import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers fields and values, nothing where there is no hash', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2');
	expect(await call('HGETALL', 'h')).toEqual(['a', '1', 'b', '2']);
	expect(await call('HGETALL', 'none')).toEqual([]);
});
