import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['1', '2', '3'],
	['1', '-3', '-2'],
	['1', '1.0', '2.0'],
	['1.5', '0.5', '2.0'],
	['0.1', '0.2', '0.30000000000000004'],
	['1e15', '9e15', '1e16'],
	['9007199254740992', '1', '9007199254740993'],
	['9223372036854775806', '1', '9223372036854775807'],
	['0', '9223372036854775809', '9.223372036854776e18'],
])('adds to %s: %s', async (value, by, sum) => {
	await call('JSON.SET', 'doc', '$', `{"n":${value}}`);
	expect(await call('JSON.NUMINCRBY', 'doc', '$.n', by)).toBe(`[${sum}]`);
	expect(await call('JSON.GET', 'doc', '.n')).toBe(sum);
});

it('answers for each value, null for what is no number, a legacy path with the last sum', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":"s","b":[{"a":2},{"a":5.0},{"a":null}]}');
	expect(await call('JSON.NUMINCRBY', 'doc', '$..a', '2')).toBe('[null,4,7.0,null]');
	expect(await call('JSON.NUMINCRBY', 'doc', '..a', '1')).toBe('8.0');
	expect(await call('JSON.NUMINCRBY', 'doc', '$.missing', '1')).toBe('[]');
});

it('refuses what is no number, and what is too large a number', async () => {
	await call('JSON.SET', 'doc', '$', '{"n":1e308,"s":"t"}');
	await expect(call('JSON.NUMINCRBY', 'doc', '$.n', '1e308')).rejects.toThrow('result is not a number');
	await expect(call('JSON.NUMINCRBY', 'doc', '$.n', '"1"')).rejects.toThrow('bad input number');
	await expect(call('JSON.NUMINCRBY', 'doc', '$.n', 'x')).rejects.toThrow(
		'expected value at line 1 column 1',
	);
	await expect(call('JSON.NUMINCRBY', 'doc', '.s', '1')).rejects.toThrow(
		"ERR Path '$.s' does not exist or does not contains a number",
	);
	await expect(call('JSON.NUMINCRBY', 'none', '$', '1')).rejects.toThrow("key that doesn't exist");
	expect(await call('JSON.GET', 'doc')).toBe('{"n":1e308,"s":"t"}');
});

it('changes a place as often as the path means it', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":{"b":{"n":1}}}');
	expect(await call('JSON.NUMINCRBY', 'doc', '$..*..n', '1')).toBe('[2,3]');
	expect(await call('JSON.GET', 'doc', '$..n')).toBe('[3]');
});
