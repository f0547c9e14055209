import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call, untilBlocked } = redis;

const MAX = '18446744073709551615';
const add = async (key: string, ...ids: (string | number)[]) => {
	for (const id of ids) await call('XADD', key, id, 'f', id);
};
/** What a stream's entries look like in a reply. */
const entries = (...ids: string[]) => ids.map((id) => [id, ['f', id]]);

it('gives what comes after an ID, from those streams that have it', async () => {
	await add('s', '1-1', '1-2', '2-1');
	await add('t', '5-5');
	const read = (...words: (string | number)[]) => call('XREAD', ...words);
	expect(await read('STREAMS', 's', 't', 'none', '1-1', 0, 0)).toEqual([
		['s', entries('1-2', '2-1')],
		['t', entries('5-5')],
	]);
	expect(await read('STREAMS', 's', 't', '2-1', '5-4')).toEqual([['t', entries('5-5')]]);
	expect(await read('STREAMS', 's', 't', 9, 9)).toBeNull();
});

it('gives so many of each at most', async () => {
	await add('s', '1-1', '1-2', '1-3');
	expect(await call('XREAD', 'COUNT', 2, 'STREAMS', 's', 0)).toEqual([['s', entries('1-1', '1-2')]]);
	for (const all of [0, -1])
		expect(await call('XREAD', 'COUNT', all, 'STREAMS', 's', '1-1')).toEqual([['s', entries('1-2', '1-3')]]);
});

it('gives nothing after the last ID there can be', async () => {
	await add('s', `1-${MAX}`, '2-1', `${MAX}-${MAX}`);
	expect(await call('XREAD', 'COUNT', 1, 'STREAMS', 's', `1-${MAX}`)).toEqual([
		['s', [['2-1', ['f', '2-1']]]],
	]);
	expect(await call('XREAD', 'STREAMS', 's', `${MAX}-${MAX}`)).toBeNull();
	expect(await call('XREAD', 'STREAMS', 's', '$')).toBeNull();
});

it('gives the last entry there is for +', async () => {
	expect(await call('XREAD', 'STREAMS', 's', '+')).toBeNull();
	await add('s', '1-1', `1-${MAX}`, '2-0');
	expect(await call('XREAD', 'COUNT', 3, 'STREAMS', 's', 'none', '+', '+')).toEqual([['s', entries('2-0')]]);
	await call('XDEL', 's', '2-0');
	expect(await call('XREAD', 'STREAMS', 's', '+')).toEqual([['s', entries(`1-${MAX}`)]]);
	await call('XTRIM', 's', 'MAXLEN', 0);
	expect(await call('XREAD', 'STREAMS', 's', '+')).toBeNull();
});

it.each([
	[['STREAMS', 's', 't', '0'], "ERR Unbalanced 'xread' list of streams: for each stream key an ID"],
	[['STREAMS', 's', '>'], 'ERR The > ID can be specified only when calling XREADGROUP'],
	[['STREAMS', 's', '-'], 'ERR Invalid stream ID specified as stream command argument'],
	[['COUNT', 'a', 'STREAMS', 's', '0'], 'ERR value is not an integer or out of range'],
	[['BLOCK', 'a', 'STREAMS', 's', '0'], 'ERR timeout is not an integer or out of range'],
	[['BLOCK', '-1', 'STREAMS', 's', '0'], 'ERR timeout is negative'],
	[['BLOCK', '9223372036854775807', 'STREAMS', 's', '0'], 'ERR timeout is out of range'],
	[['GROUP', 'g', 'c', 'STREAMS', 's', '0'], 'ERR The GROUP option is only supported by XREADGROUP'],
	[['NOACK', 'STREAMS', 's', '0'], 'ERR The NOACK option is only supported by XREADGROUP'],
	[['FOO', 's', '0'], 'ERR syntax error'],
	[['COUNT', '1', 'STREAMS'], 'ERR syntax error'],
])('refuses %s', async (words, message) => {
	await add('s', '1-1');
	await expect(call('XREAD', ...words)).rejects.toThrow(message);
});

it('refuses another type', async () => {
	await call('SET', 'string', 'a');
	await expect(call('XREAD', 'STREAMS', 'none', 'string', '0', '0')).rejects.toThrow('WRONGTYPE');
});

it('waits for what comes', async () => {
	const blocked = await redis.connect();
	await add('t', '1-1');
	const reply = blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', 't', 't', '$', '$', '$');
	await untilBlocked(1);
	await add('t', '1-2');
	expect(await reply).toEqual([
		['t', entries('1-2')],
		['t', entries('1-2')],
	]);
	await untilBlocked(0);
});

it('does not wait where there is something to read, nor inside a transaction', async () => {
	await add('s', '1-1');
	expect(await call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '0')).toEqual([['s', entries('1-1')]]);
	expect(await call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '+')).toEqual([['s', entries('1-1')]]);
	await call('MULTI');
	await call('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$');
	expect(await call('EXEC')).toEqual([null]);
});

it('ends waiting after the time given, and goes on with what came meanwhile', async () => {
	const blocked = await redis.connect();
	await add('s', '6-6', '6-7');
	await call('XDEL', 's', '6-7');
	const replies = [blocked('XREAD', 'BLOCK', 20, 'STREAMS', 's', '6-6'), blocked('SET', 'after', '1')];
	expect(await Promise.all(replies)).toEqual([null, 'OK']);
});

it('waits for the first entry of an empty stream with +', async () => {
	const blocked = await redis.connect();
	const reply = blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '+');
	await untilBlocked(1);
	await add('s', '1-1');
	expect(await reply).toEqual([['s', entries('1-1')]]);
});

it('goes on waiting while its key is gone, something else, or back without news', async () => {
	const blocked = await redis.connect();
	await add('s', '6-6');
	const reply = blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$');
	await untilBlocked(1);
	await call('DEL', 's');
	await call('SET', 's', 'string');
	await call('DEL', 's');
	await add('s', '1-1');
	await call('MULTI');
	await call('XADD', 's', '9-1', 'f', 'v');
	await call('XDEL', 's', '9-1');
	await call('EXEC');
	await untilBlocked(1);
	await add('s', '9-2');
	expect(await reply).toEqual([['s', entries('9-2')]]);
});

it('sees a transaction as a whole', async () => {
	const blocked = await redis.connect();
	const reply = blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$');
	await untilBlocked(1);
	await call('MULTI');
	for (const id of ['1-1', '1-2', '1-3']) await call('XADD', 's', id, 'f', id);
	await call('XDEL', 's', '1-2');
	await call('EXEC');
	expect(await reply).toEqual([['s', entries('1-1', '1-3')]]);
});

it('wakes everyone who waits', async () => {
	const replies = [];
	for (let i = 0; i < 3; i++) replies.push((await redis.connect())('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'));
	await untilBlocked(3);
	await add('s', '1-1');
	expect(await Promise.all(replies)).toEqual([1, 2, 3].map(() => [['s', entries('1-1')]]));
});

it('finds what a rename brings', async () => {
	const blocked = await redis.connect();
	await add('other', '1-1');
	const reply = blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '0');
	await untilBlocked(1);
	await call('RENAME', 'other', 's');
	expect(await reply).toEqual([['s', entries('1-1')]]);
});
