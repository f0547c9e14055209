import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes out the lowest, the set with the last', async () => {
	await call('ZADD', 'z', 2, 'b', 1, 'a', 3, 'c');
	expect(await call('ZPOPMIN', 'z')).toEqual(['a', '1']);
	expect(await call('ZPOPMIN', 'z', 5)).toEqual(['b', '2', 'c', '3']);
	expect(await call('EXISTS', 'z')).toBe(0);
	expect(await call('ZPOPMIN', 'z')).toEqual([]);
	expect(await call('ZPOPMIN', 'z', 2)).toEqual([]);
});

it('takes out as many as a count that is one says', async () => {
	await call('ZADD', 'z', 1, 'a');
	expect(await call('ZPOPMIN', 'z', 0)).toEqual([]);
	for (const count of [-1, 'a', '1.5']) {
		await expect(call('ZPOPMIN', 'z', count)).rejects.toThrow('ERR value is out of range, must be positive');
	}
	await expect(call('ZPOPMIN', 'z', 1, 2)).rejects.toThrow('ERR syntax error');
	expect(await call('ZCARD', 'z')).toBe(1);
});
