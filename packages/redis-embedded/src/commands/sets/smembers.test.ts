import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers all', async () => {
	await call('SADD', 's', '2', '1', 'x');
	expect(((await call('SMEMBERS', 's')) as string[]).toSorted()).toEqual(['1', '2', 'x']);
	expect(await call('SMEMBERS', 'none')).toEqual([]);
});
