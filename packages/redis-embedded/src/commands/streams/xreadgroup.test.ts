import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call, untilBlocked } = redis;

beforeEach(() => call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM'));

const add = async (...ids: (string | number)[]) => {
	for (const id of ids) await call('XADD', 's', id, 'f', 'v');
};
const read = (consumer: string, ...words: (string | number)[]) =>
	call('XREADGROUP', 'GROUP', 'g', consumer, ...words);
const entries = (...ids: string[]) => ids.map((id) => [id, ['f', 'v']]);
const deliveries = async () =>
	((await call('XPENDING', 's', 'g', '-', '+', 10)) as unknown[][]).map(([id, consumer, , count]) => [
		id,
		consumer,
		count,
	]);

it('gives each entry to one consumer, who has it pending', async () => {
	await add(1, 2, 3);
	expect(await read('a', 'COUNT', 2, 'STREAMS', 's', '>')).toEqual([['s', entries('1-0', '2-0')]]);
	expect(await read('b', 'STREAMS', 's', '>')).toEqual([['s', entries('3-0')]]);
	expect(await read('b', 'STREAMS', 's', '>')).toBeNull();
	expect(await deliveries()).toEqual([
		['1-0', 'a', 1],
		['2-0', 'a', 1],
		['3-0', 'b', 1],
	]);
});

it('gives a consumer its pending entries again, and counts that', async () => {
	await add(1, 2, 3);
	await read('a', 'COUNT', 2, 'STREAMS', 's', '>');
	expect(await read('a', 'STREAMS', 's', 0)).toEqual([['s', entries('1-0', '2-0')]]);
	expect(await read('a', 'COUNT', 1, 'STREAMS', 's', '1-0')).toEqual([['s', entries('2-0')]]);
	expect(await read('a', 'BLOCK', 0, 'STREAMS', 's', 2)).toEqual([['s', []]]);
	expect(await read('b', 'STREAMS', 's', 0)).toEqual([['s', []]]);
	expect(await deliveries()).toEqual([
		['1-0', 'a', 2],
		['2-0', 'a', 3],
	]);
});

it('tells of pending entries that are deleted or trimmed', async () => {
	await add(1, 2, 3);
	await read('a', 'STREAMS', 's', '>');
	await call('XDEL', 's', 2);
	await call('XTRIM', 's', 'MINID', 2);
	expect(await read('a', 'STREAMS', 's', 0)).toEqual([
		['s', [['1-0', null], ['2-0', null], ...entries('3-0')]],
	]);
	expect((await deliveries()).map(([, , count]) => count)).toEqual([1, 1, 2]);
});

it('keeps nothing pending with NOACK', async () => {
	await add(1);
	expect(await read('a', 'NOACK', 'STREAMS', 's', '>')).toEqual([['s', entries('1-0')]]);
	expect(await deliveries()).toEqual([]);
});

it('takes over what another has pending when the group goes back', async () => {
	await add(1, 2);
	await read('a', 'STREAMS', 's', '>');
	await read('a', 'STREAMS', 's', 0);
	await call('XGROUP', 'SETID', 's', 'g', 1);
	await read('b', 'STREAMS', 's', '>');
	expect(await deliveries()).toEqual([
		['1-0', 'a', 2],
		['2-0', 'b', 1],
	]);
});

it('reads several streams, new entries and old', async () => {
	await call('XGROUP', 'CREATE', 't', 'g', 0, 'MKSTREAM');
	await add(1, 2);
	await read('a', 'COUNT', 1, 'STREAMS', 's', '>');
	expect(await read('a', 'STREAMS', 't', 's', 's', '>', 0, '>')).toEqual([
		['s', entries('1-0')],
		['s', entries('2-0')],
	]);
});

it('makes a consumer of whoever reads', async () => {
	await read('b', 'STREAMS', 's', '>');
	await read('a', 'STREAMS', 's', 0);
	const consumers = (await call('XINFO', 'CONSUMERS', 's', 'g')) as unknown[][];
	expect(consumers.map(([, name]) => name)).toEqual(['a', 'b']);
});

it.each([
	[
		['GROUP', 'none', 'c', 'STREAMS', 's', '>'],
		"NOGROUP No such key 's' or consumer group 'none' in XREADGROUP",
	],
	[
		['GROUP', 'g', 'c', 'STREAMS', 's', 'none', '>', '>'],
		"NOGROUP No such key 'none' or consumer group 'g' in",
	],
	[
		['GROUP', 'g', 'c', 'STREAMS', 's', 't', '>'],
		"Unbalanced 'xreadgroup' list of streams: for each stream key an ID or '>'",
	],
	[['GROUP', 'g', 'c', 'STREAMS', 's', '$'], 'ERR The $ ID is meaningless in the context of XREADGROUP'],
	[['GROUP', 'g', 'c', 'STREAMS', 's', '+'], 'ERR The + ID is meaningless in the context of XREADGROUP'],
	[['GROUP', 'g', 'c', 'STREAMS', 's', '-'], 'ERR Invalid stream ID specified as stream command argument'],
	[['COUNT', '1', 'NOACK', 'STREAMS', 's', '>'], 'ERR Missing GROUP option for XREADGROUP'],
	[['GROUP', 'g', 'c', 'BLOCK', 'STREAMS', 's', '>'], 'ERR timeout is not an integer or out of range'],
	[['GROUPS', 'g', 'c', 'STREAMS', 's', '>'], 'ERR syntax error'],
])('refuses %s', async (words, message) => {
	await expect(call('XREADGROUP', ...words)).rejects.toThrow(message);
	expect(await deliveries()).toEqual([]);
});

it('delivers nothing when one of the keys is of another type', async () => {
	await call('SET', 'string', 'a');
	await add(1);
	await expect(read('a', 'STREAMS', 's', 'string', '>', '>')).rejects.toThrow('WRONGTYPE');
	expect(await deliveries()).toEqual([]);
});

it('serves those who wait in the order in which they came', async () => {
	const replies = [];
	for (const name of ['one', 'two', 'three']) {
		const blocked = await redis.connect();
		replies.push(blocked('XREADGROUP', 'GROUP', 'g', name, 'COUNT', 1, 'BLOCK', 5000, 'STREAMS', 's', '>'));
		await untilBlocked(replies.length);
	}
	await call('MULTI');
	await call('XADD', 's', 1, 'f', 'v');
	await call('XADD', 's', 2, 'f', 'v');
	await call('EXEC');
	expect(await Promise.all(replies.slice(0, 2))).toEqual([[['s', entries('1-0')]], [['s', entries('2-0')]]]);
	expect(await deliveries()).toEqual([
		['1-0', 'one', 1],
		['2-0', 'two', 1],
	]);
	await add(3);
	expect(await replies[2]).toEqual([['s', entries('3-0')]]);
});

it('waits on after an entry that somebody else got or that is gone again', async () => {
	const [first, second] = [await redis.connect(), await redis.connect()];
	const got = first('XREADGROUP', 'GROUP', 'g', 'a', 'BLOCK', 0, 'STREAMS', 's', '>');
	await untilBlocked(1);
	const late = second('XREADGROUP', 'GROUP', 'g', 'b', 'BLOCK', 0, 'STREAMS', 's', '>');
	await untilBlocked(2);
	await call('MULTI');
	await call('XADD', 's', 1, 'f', 'v');
	await call('XDEL', 's', 1);
	await call('EXEC');
	await untilBlocked(2);
	await add(2);
	expect(await got).toEqual([['s', entries('2-0')]]);
	await untilBlocked(1);
	await add(3);
	expect(await late).toEqual([['s', entries('3-0')]]);
});

it('is not woken by what happens to the group', async () => {
	await add(1, 2);
	await read('a', 'STREAMS', 's', '>');
	const blocked = await redis.connect();
	const reply = blocked('XREADGROUP', 'GROUP', 'g', 'b', 'BLOCK', 0, 'STREAMS', 's', '>');
	await untilBlocked(1);
	await call('XACK', 's', 'g', 1);
	await call('XGROUP', 'SETID', 's', 'g', 1);
	await untilBlocked(1);
	await add(3);
	expect(await reply).toEqual([['s', entries('2-0', '3-0')]]);
});

it.each([
	['deleted', 'NOGROUP', ['DEL', 's']],
	['overwritten', 'WRONGTYPE', ['SET', 's', 'v']],
	['flushed', 'NOGROUP', ['FLUSHALL']],
	['expired', 'NOGROUP', ['PEXPIRE', 's', '10']],
	['replaced by one without the group', 'NOGROUP', ['RENAME', 'other', 's']],
	['left without the group', 'NOGROUP', ['XGROUP', 'DESTROY', 's', 'g']],
])('ends waiting when the stream is %s', async (_how, message, words) => {
	await call('XADD', 'other', 1, 'f', 'v');
	const blocked = await redis.connect();
	const reply = blocked('XREADGROUP', 'GROUP', 'g', 'a', 'BLOCK', 0, 'STREAMS', 's', '>');
	const refused = expect(reply).rejects.toThrow(message);
	await untilBlocked(1);
	await call(...(words as [string, ...string[]]));
	await refused;
});

it('finds what a rename brings to the group', async () => {
	await call('XGROUP', 'CREATE', 'other', 'g', '$', 'MKSTREAM');
	await call('XADD', 'other', 1, 'f', 'v');
	const blocked = await redis.connect();
	const reply = blocked('XREADGROUP', 'GROUP', 'g', 'a', 'BLOCK', 0, 'STREAMS', 's', '>');
	await untilBlocked(1);
	await call('RENAME', 'other', 's');
	expect(await reply).toEqual([['s', entries('1-0')]]);
});

it('does not wait inside a transaction', async () => {
	await call('MULTI');
	await read('a', 'BLOCK', 0, 'STREAMS', 's', '>');
	expect(await call('EXEC')).toEqual([null]);
});
