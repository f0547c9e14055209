import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers the fields', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2');
	expect(await call('HKEYS', 'h')).toEqual(['a', 'b']);
	expect(await call('HKEYS', 'none')).toEqual([]);
});
