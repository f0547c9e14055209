import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	[[], '4', '[1,2.0,{"n":3}]'],
	[['.'], '4', '[1,2.0,{"n":3}]'],
	[['.', -1], '4', '[1,2.0,{"n":3}]'],
	[['.', 0], '1', '[2.0,{"n":3},4]'],
	[['.', 1], '2.0', '[1,{"n":3},4]'],
	[['.', -2], '{"n":3}', '[1,2.0,4]'],
	[['.', 99], '4', '[1,2.0,{"n":3}]'],
	[['.', -99], '1', '[2.0,{"n":3},4]'],
])('takes an item out: %j', async (where, popped, left) => {
	await call('JSON.SET', 'doc', '$', '[1,2.0,{"n":3},4]');
	expect(await call('JSON.ARRPOP', 'doc', ...where)).toBe(popped);
	expect(await call('JSON.GET', 'doc')).toBe(left);
});

it('answers for each array, null where there is nothing to take', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":["é"],"in":{"a":[]},"out":{"a":1}}');
	expect(await call('JSON.ARRPOP', 'doc', '$..a')).toEqual(['"é"', null, null]);
	expect(await call('JSON.ARRPOP', 'doc', '.in.a')).toBeNull();
	expect(await call('JSON.ARRPOP', 'doc', '$.missing')).toEqual([]);
	expect(await call('JSON.GET', 'doc')).toBe('{"a":[],"in":{"a":[]},"out":{"a":1}}');
});
