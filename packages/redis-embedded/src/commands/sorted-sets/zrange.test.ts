import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const SCORES = [1, 'a', 2, 'b', 3, 'c', 4, 'd'];

it.each([
	['0 -1', 'a b c d'],
	['1 2', 'b c'],
	['-2 -1', 'c d'],
	['-100 1', 'a b'],
	['2 100', 'c d'],
	['3 2', ''],
	['4 5', ''],
	['-1 -5', ''],
	['0 1 REV', 'd c'],
	['0 9223372036854775807', 'a b c d'],
	['1 3 BYSCORE', 'a b c'],
	['(1 (3 BYSCORE', 'b'],
	['-inf +inf BYSCORE LIMIT 1 2', 'b c'],
	['-inf +inf BYSCORE LIMIT 1 -1', 'b c d'],
	['-inf +inf BYSCORE LIMIT -1 2', ''],
	['-inf +inf BYSCORE LIMIT 5 2', ''],
	['-inf +inf BYSCORE LIMIT 0 0', ''],
	['3 (1 BYSCORE REV', 'c b'],
	['1 3 BYSCORE REV', ''],
	['+inf -inf REV BYSCORE LIMIT 1 2', 'c b'],
])('%s: %s', async (range, expected) => {
	await call('ZADD', 'z', ...SCORES);
	expect(((await call('ZRANGE', 'z', ...range.split(' '))) as string[]).join(' ')).toBe(expected);
});

it.each([
	['- + BYLEX', 'a b c d'],
	['[b (d BYLEX', 'b c'],
	['(d [b BYLEX REV', 'c b'],
	['+ - BYLEX REV LIMIT 1 2', 'c b'],
	['- (a BYLEX', ''],
])('%s: %s, where scores are the same', async (range, expected) => {
	await call('ZADD', 'z', 0, 'a', 0, 'b', 0, 'c', 0, 'd');
	expect(((await call('ZRANGE', 'z', ...range.split(' '))) as string[]).join(' ')).toBe(expected);
});

it('tells the scores, too', async () => {
	await call('ZADD', 'z', 1.5, 'a', '-inf', 'b');
	expect(await call('ZRANGE', 'z', 0, -1, 'WITHSCORES')).toEqual(['b', '-inf', 'a', '1.5']);
	expect(await call('ZRANGE', 'z', 0, 2, 'withscores', 'byscore')).toEqual(['a', '1.5']);
	expect(await call('ZRANGE', 'none', 0, -1, 'WITHSCORES')).toEqual([]);
});

it('refuses what does not go together', async () => {
	for (const [range, message] of [
		['0 -1 LIMIT 1 2', 'LIMIT is only supported in combination with either BYSCORE or BYLEX'],
		['- + BYLEX WITHSCORES', 'WITHSCORES not supported in combination with BYLEX'],
		['0 -1 FOO', 'ERR syntax error'],
		['0 -1 REV REV', 'ERR syntax error'],
		['0 -1 BYSCORE BYLEX', 'ERR syntax error'],
		['0 1 BYSCORE LIMIT 1', 'ERR syntax error'],
		['a 1', 'ERR value is not an integer or out of range'],
		['(0 1', 'ERR value is not an integer or out of range'],
		['a 1 BYSCORE', 'ERR min or max is not a float'],
		['a + BYLEX', 'ERR min or max not valid string range item'],
		['0 1 BYSCORE LIMIT a 1', 'ERR value is not an integer or out of range'],
	] as const) {
		await expect(call('ZRANGE', 'none', ...range.split(' '))).rejects.toThrow(message);
	}
});
