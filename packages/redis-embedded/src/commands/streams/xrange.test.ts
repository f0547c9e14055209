import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const MAX = '18446744073709551615';
const IDS = ['0-1', `0-${MAX}`, '1-0', '42-0', '42-42', `${MAX}-${MAX}`];
beforeEach(async () => {
	for (const id of IDS) await call('XADD', 's', id, 'f', id);
});

const ids = async (...words: (string | number)[]) =>
	((await call('XRANGE', 's', ...words)) as [string][]).map(([id]) => id);

it('gives entries with their fields', async () => {
	expect(await call('XRANGE', 's', '42-0', '42-1')).toEqual([['42-0', ['f', '42-0']]]);
});

it.each([
	['-', '+', IDS],
	['0', '0', IDS.slice(0, 2)],
	['1', '42', IDS.slice(2, 5)],
	['42-1', '+', IDS.slice(4)],
	['(0-1', '(42-42', IDS.slice(1, 4)],
	[`(0-${MAX}`, '(42', IDS.slice(2, 5)],
	['(42', '+', IDS.slice(4)],
	['2', '1', []],
	['43', '44', []],
	['+', '-', []],
	['+', '+', IDS.slice(-1)],
])('reads from %s to %s', async (from, to, expected) => {
	expect(await ids(from, to)).toEqual(expected);
});

it('gives so many at most', async () => {
	expect(await ids('-', '+', 'COUNT', 2)).toEqual(IDS.slice(0, 2));
	expect(await ids('1', '+', 'count', 100)).toEqual(IDS.slice(2));
	expect(await call('XRANGE', 's', '-', '+', 'COUNT', 0)).toBeNull();
	expect(await call('XRANGE', 's', '-', '+', 'COUNT', -1)).toBeNull();
});

it('finds nothing where there is no stream', async () => {
	expect(await call('XRANGE', 'none', '-', '+')).toEqual([]);
	expect(await call('XRANGE', 'none', '-', '+', 'COUNT', 0)).toEqual([]);
});

it.each([
	[`(${MAX}-${MAX}`, '+', 'invalid start ID for the interval'],
	['-', '(0-0', 'invalid end ID for the interval'],
	['(-', '+', 'Invalid stream ID specified as stream command argument'],
	['-', '(+', 'Invalid stream ID specified as stream command argument'],
	['(', '+', 'Invalid stream ID specified as stream command argument'],
	['$', '+', 'Invalid stream ID specified as stream command argument'],
])('refuses from %s to %s', async (from, to, message) => {
	await expect(call('XRANGE', 's', from, to)).rejects.toThrow(message);
});

it('refuses other options and another type', async () => {
	await expect(call('XRANGE', 's', '-', '+', 'COUNT')).rejects.toThrow('syntax error');
	await expect(call('XRANGE', 's', '-', '+', 'LIMIT', 1)).rejects.toThrow('syntax error');
	await expect(call('XRANGE', 's', '-', '+', 'COUNT', 'a')).rejects.toThrow('not an integer');
	await call('SET', 'string', 'a');
	await expect(call('XRANGE', 'string', '-', '+')).rejects.toThrow('WRONGTYPE');
});
