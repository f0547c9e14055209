import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	[0, 2, '[0,1,2]'],
	[1, -2, '[1,2,3]'],
	[-2, -1, '[3,4]'],
	[1, 99, '[1,2,3,4]'],
	[-99, 1, '[0,1]'],
	[3, 1, '[]'],
	[5, 9, '[]'],
	[-1, 0, '[]'],
	[-99, -99, '[0]'],
])('keeps from %i to %i', async (from, to, left) => {
	await call('JSON.SET', 'doc', '$', '[0,1,2,3,4]');
	expect(await call('JSON.ARRTRIM', 'doc', '.', from, to)).toBe(JSON.parse(left).length);
	expect(await call('JSON.GET', 'doc')).toBe(left);
});

it('answers for each array, and takes nothing but integers', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1,2],"in":{"a":[]},"out":{"a":1}}');
	expect(await call('JSON.ARRTRIM', 'doc', '$..a', 1, 1)).toEqual([1, 0, null]);
	expect(await call('JSON.ARRTRIM', 'doc', '..a', 0, 0)).toBe(0);
	await expect(call('JSON.ARRTRIM', 'doc', '$.a', 'x', 0)).rejects.toThrow("Couldn't parse as integer");
	await expect(call('JSON.ARRTRIM', 'doc', '$.a', 0)).rejects.toThrow('wrong number of arguments');
});
