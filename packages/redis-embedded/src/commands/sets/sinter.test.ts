import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what all have', async () => {
	await call('SADD', 'a', '1', '2', '3');
	await call('SADD', 'b', '2', '3', '4');
	await call('SADD', 'c', '3', '4');
	expect(await call('SINTER', 'a', 'b', 'c')).toEqual(['3']);
	expect(((await call('SINTER', 'a', 'b')) as string[]).toSorted()).toEqual(['2', '3']);
	expect(await call('SINTER', 'a', 'none')).toEqual([]);
});
