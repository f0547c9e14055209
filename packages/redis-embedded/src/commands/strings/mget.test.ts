import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers null for what is no string', async () => {
	await call('MSET', 'a', '1', 'b', '2');
	await call('SADD', 'set', 'x');
	expect(await call('MGET', 'a', 'none', 'set', 'b', 'a')).toEqual(['1', null, null, '2', '1']);
});
