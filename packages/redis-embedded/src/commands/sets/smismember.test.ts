import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells of each', async () => {
	await call('SADD', 's', 'a', 'b');
	expect(await call('SMISMEMBER', 's', 'b', 'c', 'a', 'b')).toEqual([1, 0, 1, 1]);
	expect(await call('SMISMEMBER', 'none', 'a')).toEqual([0]);
	await expect(call('SMISMEMBER', 's')).rejects.toThrow("wrong number of arguments for 'smismember' command");
});
