import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('finds the first equal item, of the same type', async () => {
	await call('JSON.SET', 'doc', '$', '[1.0,"1",1,[2,3],{"a":1,"b":2},null]');
	expect(await call('JSON.ARRINDEX', 'doc', '$', '1')).toEqual([2]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', '1.0')).toEqual([0]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', '"1"')).toEqual([1]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', '[2,3]')).toEqual([3]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', '{"b":2,"a":1}')).toEqual([4]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', 'null')).toEqual([5]);
	expect(await call('JSON.ARRINDEX', 'doc', '$', '[3]')).toEqual([-1]);
});

it.each([
	[[0], 0],
	[[1], 4],
	[[-1], 4],
	[[-2], 4],
	[[9], 4],
	[[1, 0], 4],
	[[1, 4], -1],
	[[1, -1], -1],
	[[1, 99], 4],
	[[-99, -4], 0],
	[[3, 1], -1],
])('looks from a start to before an end: %j', async (range, index) => {
	await call('JSON.SET', 'doc', '$', '{"list":["a","b","c","d","a"]}');
	expect(await call('JSON.ARRINDEX', 'doc', '.list', '"a"', ...range)).toBe(index);
});

it('answers for each array, and null for what is none', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1],"in":{"a":[]},"out":{"a":1}}');
	expect(await call('JSON.ARRINDEX', 'doc', '$..a', '1')).toEqual([0, -1, null]);
	expect(await call('JSON.ARRINDEX', 'doc', '$.missing', '1')).toEqual([]);
});

it('says where a legacy path leads to no array', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1.5}');
	await expect(call('JSON.ARRINDEX', 'doc', '.a', '1')).rejects.toThrow('expected array but found number');
	await expect(call('JSON.ARRINDEX', 'doc', '.b', '1')).rejects.toThrow("Path '$.b' does not exist");
	await expect(call('JSON.ARRINDEX', 'none', '$.b', '1')).rejects.toThrow("Path '$.b' does not exist");
	await expect(call('JSON.ARRINDEX', 'doc', '.a', '1', 'x')).rejects.toThrow("Couldn't parse as integer");
	await expect(call('JSON.ARRINDEX', 'doc', '.a', '1 2')).rejects.toThrow(
		'trailing characters at line 1 column 3',
	);
});
