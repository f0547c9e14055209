import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3, 4, 5]) await call('XADD', 's', id, 'n', id);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', '>');
});

const claim = (...words: (string | number)[]) => call('XAUTOCLAIM', 's', 'g', 'b', ...words);
const entries = (...numbers: number[]) => numbers.map((n) => [`${n}-0`, ['n', `${n}`]]);

it('takes pending entries over part by part', async () => {
	expect(await claim(0, '-', 'COUNT', 2)).toEqual(['3-0', entries(1, 2), []]);
	expect(await claim(0, '3-0', 'COUNT', 2)).toEqual(['5-0', entries(3, 4), []]);
	expect(await claim(0, '5-0', 'COUNT', 2)).toEqual(['0-0', entries(5), []]);
	expect(await call('XPENDING', 's', 'g')).toEqual([5, '1-0', '5-0', [['b', '5']]]);
});

it('begins at an ID, or after it', async () => {
	expect(await claim(0, 4, 'JUSTID')).toEqual(['0-0', ['4-0', '5-0'], []]);
	expect(await claim(0, '(4-0', 'JUSTID')).toEqual(['0-0', ['5-0'], []]);
	expect(await claim(0, '+', 'JUSTID')).toEqual(['0-0', [], []]);
});

it('counts a delivery unless JUSTID is given', async () => {
	await claim(0, 0, 'COUNT', 1);
	await claim(0, 2, 'COUNT', 1, 'JUSTID');
	const rows = (await call('XPENDING', 's', 'g', '-', '+', 2)) as unknown[][];
	expect(rows.map((row) => row[3])).toEqual([2, 1]);
});

it('leaves what was delivered a moment ago, and looks at ten for each it may claim', async () => {
	expect(await claim(100_000, 0)).toEqual(['0-0', [], []]);
	for (let id = 6; id <= 12; id++) await call('XADD', 's', id, 'n', id);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', '>');
	expect(await claim(100_000, 0, 'COUNT', 1)).toEqual(['11-0', [], []]);
	await call('XCLAIM', 's', 'g', 'a', 0, 12, 'IDLE', 200_000);
	expect(await claim(100_000, 11, 'COUNT', 1)).toEqual(['0-0', entries(12), []]);
});

it('drops deleted entries from what is pending, and tells which', async () => {
	await call('XDEL', 's', 2);
	await call('XTRIM', 's', 'MINID', 2);
	expect(await claim(100_000, 0, 'COUNT', 1)).toEqual(['2-0', [], ['1-0']]);
	expect(await claim(0, 0, 'COUNT', 2)).toEqual(['4-0', entries(3), ['2-0']]);
	expect(await call('XPENDING', 's', 'g')).toEqual([
		3,
		'3-0',
		'5-0',
		[
			['a', '2'],
			['b', '1'],
		],
	]);
});

it('makes the consumer, whether or not there is anything for it', async () => {
	await claim(100_000, 0);
	expect(await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'b')).toBe(0);
});

it.each([
	[['a', '0'], 'ERR Invalid min-idle-time argument for XAUTOCLAIM'],
	[['0', 'a'], 'ERR Invalid stream ID specified as stream command argument'],
	[['0', '(18446744073709551615-18446744073709551615'], 'ERR invalid start ID for the interval'],
	[['0', '0', 'COUNT', '0'], 'ERR COUNT must be > 0'],
	[['0', '0', 'COUNT', 'a'], 'ERR COUNT must be > 0'],
	[['0', '0', 'COUNT', '8070450532247928833'], 'ERR COUNT must be > 0'],
	[['0', '0', 'COUNT'], 'ERR syntax error'],
	[['0', '0', 'FORCE'], 'ERR syntax error'],
])('refuses %s', async (words, message) => {
	await expect(claim(...words)).rejects.toThrow(message);
});

it('needs the group', async () => {
	await expect(call('XAUTOCLAIM', 's', 'none', 'b', 0, 0)).rejects.toThrow(
		"NOGROUP No such key 's' or consumer group 'none'",
	);
});
