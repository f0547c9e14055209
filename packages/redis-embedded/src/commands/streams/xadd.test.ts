import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const SMALLER = 'ERR The ID specified in XADD is equal or smaller than the target stream top item';
const MAX = '18446744073709551615';

it('names an entry by the time', async () => {
	const before = Date.now();
	const [ms, seq] = String(await call('XADD', 's', '*', 'f', 'v')).split('-');
	expect(Number(ms)).toBeGreaterThan(before - 1000);
	expect(Number(ms)).toBeLessThan(Date.now() + 1000);
	expect(seq).toBe('0');
});

it('goes on from the last ID when that is later than the time', async () => {
	await call('XADD', 's', `2577343934890-${MAX}`, 'f', 'v');
	expect(await call('XADD', 's', '*', 'f', 'v')).toBe('2577343934891-0');
	expect(await call('XADD', 's', '*', 'f', 'v')).toBe('2577343934891-1');
});

it('completes an ID that is given in part', async () => {
	const given = ['0-*', '5', '5-*', '5-7', '5-*', '6-*'];
	const ids = [];
	for (const id of given) ids.push(await call('XADD', 's', id, 'f', 'v'));
	expect(ids).toEqual(['0-1', '5-0', '5-1', '5-7', '5-8', '6-0']);
});

it('refuses an ID that is not above the last', async () => {
	await call('XADD', 's', `5-${MAX}`, 'f', 'v');
	for (const id of [`5-${MAX}`, '5', '4-9', '4-*', '5-*', '0-1', '0-*'])
		await expect(call('XADD', 's', id, 'f', 'v')).rejects.toThrow(SMALLER);
	await call('XDEL', 's', `5-${MAX}`);
	await expect(call('XADD', 's', '5-1', 'f', 'v')).rejects.toThrow(SMALLER);
});

it('makes no stream for an ID it refuses', async () => {
	await expect(call('XADD', 's', '0-0', 'f', 'v')).rejects.toThrow('must be greater than 0-0');
	for (const id of ['-', '+', '$', '(1-1', 'a-1', '1-a', '1-', '-1', '18446744073709551616', '1-2-3'])
		await expect(call('XADD', 's', id, 'f', 'v')).rejects.toThrow('Invalid stream ID');
	expect(await call('EXISTS', 's')).toBe(0);
});

it('has an end', async () => {
	await call('XADD', 's', `${MAX}-${MAX}`, 'f', 'v');
	for (const id of ['*', `${MAX}-*`, '1-1'])
		await expect(call('XADD', 's', id, 'f', 'v')).rejects.toThrow('exhausted the last possible ID');
});

it('keeps fields as they are, in order and repeated', async () => {
	await call('XADD', 's', '1-1', 'b', '1', 'a', '', 'b', '2');
	expect(await call('XRANGE', 's', '-', '+')).toEqual([['1-1', ['b', '1', 'a', '', 'b', '2']]]);
});

it('makes a stream unless told not to', async () => {
	expect(await call('XADD', 's', 'NOMKSTREAM', '*', 'f', 'v')).toBeNull();
	expect(await call('EXISTS', 's')).toBe(0);
	await call('XADD', 's', '1-1', 'f', 'v');
	expect(await call('XADD', 's', 'nomkstream', '1-2', 'f', 'v')).toBe('1-2');
});

it('keeps the time to live', async () => {
	await call('XADD', 's', '*', 'f', 'v');
	await call('EXPIRE', 's', 100);
	await call('XADD', 's', '*', 'f', 'v');
	expect(await call('TTL', 's')).toBeGreaterThan(90);
});

it('cuts off the oldest entries', async () => {
	for (const id of [1, 2, 3, 4]) await call('XADD', 's', 'MAXLEN', 3, id, 'f', 'v');
	expect(await call('XLEN', 's')).toBe(3);
	await call('XADD', 's', 'MINID', '=', 4, 5, 'f', 'v');
	expect(await call('XRANGE', 's', '-', '+')).toEqual([
		['4-0', ['f', 'v']],
		['5-0', ['f', 'v']],
	]);
});

it('may cut off the new entry itself', async () => {
	expect(await call('XADD', 's', 'MAXLEN', 0, '1-1', 'f', 'v')).toBe('1-1');
	expect(await call('XLEN', 's')).toBe(0);
	expect(await call('EXISTS', 's')).toBe(1);
});

it('cuts off whole nodes alone with ~', async () => {
	for (let n = 0; n < 3; n++) await call('XADD', 's', '*', 'f', 'v');
	await call('XADD', 's', 'MAXLEN', '~', 0, 'LIMIT', 1, '*', 'f', 'v');
	expect(await call('XLEN', 's')).toBe(4);
	await Promise.all(
		Array.from({ length: 1000 }, (_, n) => call('XADD', 't', 'MAXLEN', '~', 555, '*', 'n', n)),
	);
	expect(await call('XLEN', 't')).toBe(600);
});

it.each([
	['MAXLEN', '-1', '*', 'The MAXLEN argument must be >= 0.'],
	['MAXLEN', 'a', '*', 'value is not an integer or out of range'],
	['MINID', 'a', '*', 'Invalid stream ID specified as stream command argument'],
	['MAXLEN', '1', 'MINID', '1', '*', 'MAXLEN and MINID options at the same time are not compatible'],
	['MAXLEN', '=', '1', 'LIMIT', '1', '*', 'LIMIT cannot be used without the special ~ option'],
	['MAXLEN', '~', '1', 'LIMIT', '-1', '*', 'The LIMIT argument must be >= 0.'],
	['LIMIT', '1', '*', 'LIMIT cannot be used without specifying a trimming strategy'],
	['FOO', '*', 'Invalid stream ID specified as stream command argument'],
])('refuses %s %s %s …', async (...words) => {
	const message = words.pop()!;
	await expect(call('XADD', 's', ...words, 'f', 'v')).rejects.toThrow(message);
	expect(await call('EXISTS', 's')).toBe(0);
});

it('wants pairs of fields and values', async () => {
	for (const fields of [[], ['f'], ['f', 'v', 'g']])
		await expect(call('XADD', 's', '*', ...fields)).rejects.toThrow(
			"wrong number of arguments for 'xadd' command",
		);
});

it('refuses another type', async () => {
	await call('SET', 'string', 'a');
	await expect(call('XADD', 'string', '*', 'f', 'v')).rejects.toThrow('WRONGTYPE');
});
