import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what any has', async () => {
	await call('SADD', 'a', '1', '2');
	await call('SADD', 'b', '2', '3');
	expect(((await call('SUNION', 'a', 'none', 'b')) as string[]).toSorted()).toEqual(['1', '2', '3']);
	expect(await call('SUNION', 'none')).toEqual([]);
});
