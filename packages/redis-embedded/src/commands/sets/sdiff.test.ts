import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what the first alone has', async () => {
	await call('SADD', 'a', '1', '2', '3');
	await call('SADD', 'b', '2');
	await call('SADD', 'c', '3', '4');
	expect(await call('SDIFF', 'a', 'b', 'c')).toEqual(['1']);
	expect(await call('SDIFF', 'none', 'a')).toEqual([]);
	expect(await call('SDIFF', 'a', 'a')).toEqual([]);
});
