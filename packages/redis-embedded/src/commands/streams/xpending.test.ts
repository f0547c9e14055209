import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3, 4]) await call('XADD', 's', id, 'n', id);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	for (const name of ['b', 'a', 'b'])
		await call('XREADGROUP', 'GROUP', 'g', name, 'COUNT', 1, 'STREAMS', 's', '>');
	await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'idle');
});

const ids = async (...words: (string | number)[]) =>
	((await call('XPENDING', 's', 'g', ...words)) as unknown[][]).map(([id]) => id);

it('sums up a group', async () => {
	expect(await call('XPENDING', 's', 'g')).toEqual([
		3,
		'1-0',
		'3-0',
		[
			['a', '1'],
			['b', '2'],
		],
	]);
	await call('XACK', 's', 'g', 1, 2, 3);
	expect(await call('XPENDING', 's', 'g')).toEqual([0, null, null, null]);
});

it('lists pending entries with their owner, idle time and number of deliveries', async () => {
	const [[id, owner, idle, count]] = (await call('XPENDING', 's', 'g', 2, 2, 10)) as [unknown[]];
	expect([id, owner, count]).toEqual(['2-0', 'a', 1]);
	expect(idle).toBeLessThan(1000);
});

it('lists those of a range', async () => {
	expect(await ids('-', '+', 10)).toEqual(['1-0', '2-0', '3-0']);
	expect(await ids('(1-0', '(3-0', 10)).toEqual(['2-0']);
	expect(await ids(2, '+', 1)).toEqual(['2-0']);
	expect(await ids('-', '+', 0)).toEqual([]);
	expect(await ids('-', '+', -1)).toEqual([]);
	expect(await ids('+', '-', 10)).toEqual([]);
});

it('lists those of a consumer', async () => {
	expect(await ids('-', '+', 10, 'b')).toEqual(['1-0', '3-0']);
	expect(await ids('-', '+', 10, 'idle')).toEqual([]);
	expect(await ids('-', '+', 10, 'nobody')).toEqual([]);
});

it('lists those that are idle for some time', async () => {
	await call('XCLAIM', 's', 'g', 'a', 0, 1, 'IDLE', 5000);
	expect(await ids('IDLE', 4000, '-', '+', 10)).toEqual(['1-0']);
	expect(await ids('IDLE', 4000, '-', '+', 10, 'b')).toEqual([]);
	expect(await ids('IDLE', 0, '-', '+', 10)).toHaveLength(3);
});

it('lists entries that are deleted from the stream, too', async () => {
	await call('XDEL', 's', 2);
	expect(await ids('-', '+', 10)).toEqual(['1-0', '2-0', '3-0']);
});

it.each([
	[['-'], 'ERR syntax error'],
	[['-', '+'], 'ERR syntax error'],
	[['IDLE', '0', '-', '+'], 'ERR syntax error'],
	[['IDLE', 'a', '-', '+', '10'], 'ERR value is not an integer or out of range'],
	[['-', '+', 'a'], 'ERR value is not an integer or out of range'],
	[['a', '+', '10'], 'ERR Invalid stream ID specified as stream command argument'],
	[['-', '(0-0', '10'], 'ERR invalid end ID for the interval'],
])('refuses %s', async (words, message) => {
	await expect(call('XPENDING', 's', 'g', ...words)).rejects.toThrow(message);
});

it('needs the group', async () => {
	for (const [key, group] of [
		['s', 'none'],
		['none', 'g'],
	])
		await expect(call('XPENDING', key!, group!)).rejects.toThrow(
			`NOGROUP No such key '${key}' or consumer group '${group}'`,
		);
	await call('SET', 'string', 'a');
	await expect(call('XPENDING', 'string', 'g')).rejects.toThrow('WRONGTYPE');
});
