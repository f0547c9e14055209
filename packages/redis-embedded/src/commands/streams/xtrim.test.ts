import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const fill = (key: string, count: number) =>
	Promise.all(Array.from({ length: count }, (_, n) => call('XADD', key, n + 1, 'n', n + 1)));
beforeEach(() => fill('s', 5));

const ids = async () => ((await call('XRANGE', 's', '-', '+')) as [string][]).map(([id]) => id);

it('leaves so many entries, and says how many went', async () => {
	expect(await call('XTRIM', 's', 'MAXLEN', 3)).toBe(2);
	expect(await ids()).toEqual(['3-0', '4-0', '5-0']);
	expect(await call('XTRIM', 's', 'maxlen', '=', 3)).toBe(0);
});

it('leaves what comes from an ID on', async () => {
	expect(await call('XTRIM', 's', 'MINID', '3-1')).toBe(3);
	expect(await ids()).toEqual(['4-0', '5-0']);
	expect(await call('XTRIM', 's', 'MINID', '=', 4)).toBe(0);
});

it('leaves an empty stream, which remembers its last ID', async () => {
	expect(await call('XTRIM', 's', 'MAXLEN', 0)).toBe(5);
	expect(await call('XLEN', 's')).toBe(0);
	await expect(call('XADD', 's', '5', 'f', 'v')).rejects.toThrow('equal or smaller');
});

it('cuts off whole nodes with ~, however much is left of the first', async () => {
	await fill('many', 1000);
	const lengths = [];
	for (const how of [['666'], ['=', '555'], ['~', '444'], ['~', '400'], ['~', '1', 'LIMIT', '200']]) {
		await call('XTRIM', 'many', 'MAXLEN', ...how);
		lengths.push(await call('XLEN', 'many'));
	}
	expect(lengths).toEqual([666, 555, 500, 400, 200]);
	expect(await call('XTRIM', 'many', 'MINID', '~', 901)).toBe(100);
	expect(await call('XTRIM', 'many', 'MINID', '~', 1000)).toBe(0);
});

it('does not do more than the limit at once', async () => {
	expect(await call('XTRIM', 's', 'MAXLEN', '~', 0, 'LIMIT', 4)).toBe(0);
	expect(await call('XTRIM', 's', 'LIMIT', 0, 'MAXLEN', '~', 0)).toBe(5);
});

it.each([
	['MAXLEN', '-1', 'ERR The MAXLEN argument must be >= 0.'],
	['MAXLEN', '~', 'ERR value is not an integer or out of range'],
	['MINID', 'a', 'ERR Invalid stream ID specified as stream command argument'],
	['MINID', '+', 'ERR Invalid stream ID specified as stream command argument'],
	['MAXLEN', '1', 'FOO', 'ERR syntax error'],
	['NOMKSTREAM', 'MAXLEN', '1', 'ERR syntax error'],
	['LIMIT', '0', 'ERR syntax error, XTRIM must be called with a trimming strategy'],
	['LIMIT', '1', 'ERR syntax error, LIMIT cannot be used without specifying a trimming strategy'],
	['MAXLEN', '1', 'LIMIT', '1', 'ERR syntax error, LIMIT cannot be used without the special ~ option'],
	['MAXLEN', '1', 'MAXLEN', '1', 'MAXLEN and MINID options at the same time are not compatible'],
])('refuses %s %s …', async (...words) => {
	const message = words.pop()!;
	await expect(call('XTRIM', 's', ...words)).rejects.toThrow(message);
});

it('finds nothing to cut in a key that is not there', async () => {
	expect(await call('XTRIM', 'none', 'MAXLEN', 0)).toBe(0);
	expect(await call('EXISTS', 'none')).toBe(0);
});
