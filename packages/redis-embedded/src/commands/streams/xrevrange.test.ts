import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3, 4]) await call('XADD', 's', id, 'n', id);
});

const ids = async (...words: (string | number)[]) =>
	((await call('XREVRANGE', 's', ...words)) as [string][]).map(([id]) => id);

it('reads from the end to the beginning', async () => {
	expect(await ids('+', '-')).toEqual(['4-0', '3-0', '2-0', '1-0']);
	expect(await ids('3', '2')).toEqual(['3-0', '2-0']);
	expect(await ids('(4-0', '(1-0')).toEqual(['3-0', '2-0']);
	expect(await ids('2', '3')).toEqual([]);
});

it('gives the last ones, so many at most', async () => {
	expect(await ids('+', '-', 'COUNT', 2)).toEqual(['4-0', '3-0']);
	expect(await call('XREVRANGE', 's', '+', '-', 'COUNT', 0)).toBeNull();
});

it('tells which end is wrong', async () => {
	await expect(call('XREVRANGE', 's', '(0-0', '-')).rejects.toThrow('invalid end ID for the interval');
	await expect(call('XREVRANGE', 's', '+', '(18446744073709551615-18446744073709551615')).rejects.toThrow(
		'invalid start ID for the interval',
	);
});
