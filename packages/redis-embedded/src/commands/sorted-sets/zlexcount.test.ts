import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['-', '+', 4],
	['[b', '[c', 2],
	['(b', '(d', 1],
	['[bb', '+', 2],
	['-', '(', 0],
	['+', '-', 0],
	['[c', '[b', 0],
])('from %s to %s: %i', async (min, max, expected) => {
	await call('ZADD', 'z', 0, 'a', 0, 'b', 0, 'c', 0, 'd');
	expect(await call('ZLEXCOUNT', 'z', min, max)).toBe(expected);
});

it('wants bounds that say whether they belong to it', async () => {
	for (const [min, max] of [
		['a', '+'],
		['-', ''],
		['-', '++'],
	] as const) {
		await expect(call('ZLEXCOUNT', 'none', min, max)).rejects.toThrow(
			'ERR min or max not valid string range item',
		);
	}
});
