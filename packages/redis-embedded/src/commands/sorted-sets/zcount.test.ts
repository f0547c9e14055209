import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['-inf', '+inf', 4],
	['1', '3', 3],
	['(1', '(3', 1],
	['(1', '3', 2],
	['3', '1', 0],
	['(1', '1', 0],
	['(inf', 'inf', 0],
	['4', '100', 0],
])('from %s to %s: %i', async (min, max, expected) => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c', 'inf', 'd');
	expect(await call('ZCOUNT', 'z', min, max)).toBe(expected);
});

it('wants floats', async () => {
	for (const [min, max] of [
		['a', 1],
		[1, '(b'],
		['nan', 1],
		['((1', 1],
	] as const) {
		await expect(call('ZCOUNT', 'none', min, max)).rejects.toThrow('ERR min or max is not a float');
	}
	expect(await call('ZCOUNT', 'none', 0, 1)).toBe(0);
});
