import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call } = redis;

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

it('keeps, inserts and appends more items than fit on a stack', async () => {
	const items = Array.from({ length: 150_000 }, (_, i) => i);
	await call('JSON.SET', 'doc', '$', JSON.stringify(items));
	expect(await call('JSON.ARRTRIM', 'doc', '$', 1, -2)).toEqual([149_998]);
	await using connection = await openRaw(redis.url, 2);
	const more = items.slice(0, 130_000).map(String);
	expect(await connection.send(['JSON.ARRINSERT', 'doc', '$', '1', ...more])).toBe('*1\r\n:279998\r\n');
	expect(await connection.send(['JSON.ARRAPPEND', 'doc', '$', ...more])).toBe('*1\r\n:409998\r\n');
	expect(await call('JSON.GET', 'doc', '$[0:3]')).toBe('[1,0,1]');
	expect(await call('JSON.GET', 'doc', '$[-2:]')).toBe('[129998,129999]');
});
