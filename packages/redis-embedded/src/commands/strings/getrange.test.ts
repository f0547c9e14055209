import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	[0, 3, 'This'],
	[-3, -1, 'ing'],
	[0, -1, 'This is a string'],
	[10, 100, 'string'],
	[-100, 3, 'This'],
	[5, 3, ''],
	[16, 20, ''],
	[-1, -5, ''],
	[0, -100, 'T'],
	['0', '9223372036854775807', 'This is a string'],
])('from %s to %s: %j', async (start, end, expected) => {
	await call('SET', 'a', 'This is a string');
	expect(await call('GETRANGE', 'a', start, end)).toBe(expected);
});

it('finds nothing in nothing', async () => {
	expect(await call('GETRANGE', 'none', 0, -1)).toBe('');
	await expect(call('GETRANGE', 'none', 'a', 1)).rejects.toThrow('value is not an integer');
});
