import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3, 4]) await call('XADD', 's', id, 'n', id);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'COUNT', 3, 'STREAMS', 's', '>');
});

const claim = (...words: (string | number)[]) => call('XCLAIM', 's', 'g', 'b', ...words);
/** ID, consumer and number of deliveries of what is pending. */
const pending = async () =>
	((await call('XPENDING', 's', 'g', '-', '+', 10)) as unknown[][]).map(([id, owner, , count]) => [
		id,
		owner,
		count,
	]);

it('takes pending entries over, and counts that as a delivery', async () => {
	expect(await claim(0, '3-0', 1, '9-9')).toEqual([
		['3-0', ['n', '3']],
		['1-0', ['n', '1']],
	]);
	expect(await pending()).toEqual([
		['1-0', 'b', 2],
		['2-0', 'a', 1],
		['3-0', 'b', 2],
	]);
});

it('answers IDs alone with JUSTID, and does not count', async () => {
	expect(await claim(0, 1, 2, 'justid')).toEqual(['1-0', '2-0']);
	expect((await pending()).map(([, , count]) => count)).toEqual([1, 1, 1]);
});

it('leaves what was delivered a moment ago', async () => {
	expect(await claim(100_000, 1, 2)).toEqual([]);
	expect(await claim(-1, 1, 'JUSTID')).toEqual(['1-0']);
	expect(await claim(0, 2, 'IDLE', 200_000, 'JUSTID')).toEqual(['2-0']);
	expect(await claim(100_000, 1, 2, 3, 'JUSTID')).toEqual(['2-0']);
});

it('sets when an entry was delivered last', async () => {
	await claim(0, 1, 'IDLE', 5000);
	await claim(0, 2, 'TIME', Date.now() - 7000);
	await claim(0, 3, 'TIME', Date.now() + 7000);
	const idle = ((await call('XPENDING', 's', 'g', '-', '+', 10)) as number[][]).map((row) => row[2]);
	expect(idle.map((ms) => Math.floor(ms! / 1000))).toEqual([5, 7, 0]);
});

it('sets how often an entry was delivered', async () => {
	await claim(0, 1, 'RETRYCOUNT', 7);
	await claim(0, 2, 'RETRYCOUNT', 0, 'JUSTID');
	await claim(0, 3, 'RETRYCOUNT', -1);
	expect((await pending()).map(([, , count]) => count)).toEqual([7, 0, 2]);
});

it('makes an entry pending that was not, when forced', async () => {
	expect(await claim(100_000, 4)).toEqual([]);
	expect(await claim(100_000, 4, 9, 'FORCE')).toEqual([['4-0', ['n', '4']]]);
	expect((await pending()).at(-1)).toEqual(['4-0', 'b', 2]);
	await call('XACK', 's', 'g', 4);
	await claim(0, 4, 'FORCE', 'JUSTID');
	expect((await pending()).at(-1)).toEqual(['4-0', 'b', 1]);
});

it('drops pending entries that are deleted', async () => {
	await call('XDEL', 's', 2);
	await call('XTRIM', 's', 'MINID', 2);
	expect(await claim(100_000, 1, 2, 3)).toEqual([]);
	expect(await pending()).toEqual([['3-0', 'a', 1]]);
});

it('moves the group on with LASTID, never back', async () => {
	const last = async () => ((await call('XINFO', 'GROUPS', 's')) as unknown[][])[0]?.[7];
	await claim(0, 1, 'LASTID', '2-0');
	expect(await last()).toBe('3-0');
	await claim(0, 'LASTID', '7-7');
	expect(await last()).toBe('7-7');
});

it('makes the consumer, whether or not there is anything for it', async () => {
	expect(await claim(0, '9-9')).toEqual([]);
	expect(await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'b')).toBe(0);
});

it.each([
	[['a', '1'], 'ERR Invalid min-idle-time argument for XCLAIM'],
	[['0', '1', 'a'], "ERR Unrecognized XCLAIM option 'a'"],
	[['0', '1', 'FORCE', '2'], "ERR Unrecognized XCLAIM option '2'"],
	[['0', '1', 'IDLE'], "ERR Unrecognized XCLAIM option 'IDLE'"],
	[['0', '1', 'IDLE', 'a'], 'ERR Invalid IDLE option argument for XCLAIM'],
	[['0', '1', 'TIME', 'a'], 'ERR Invalid TIME option argument for XCLAIM'],
	[['0', '1', 'RETRYCOUNT', 'a'], 'ERR Invalid RETRYCOUNT option argument for XCLAIM'],
	[['0', '1', 'LASTID', 'a'], 'ERR Invalid stream ID specified as stream command argument'],
])('refuses %s', async (words, message) => {
	await expect(claim(...words)).rejects.toThrow(message);
	expect((await pending()).every(([, owner]) => owner === 'a')).toBe(true);
});

it('needs the group', async () => {
	await expect(call('XCLAIM', 's', 'none', 'b', 'a', 1)).rejects.toThrow(
		"NOGROUP No such key 's' or consumer group 'none'",
	);
});
