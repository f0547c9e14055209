import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const group = async (...names: string[]) => {
	const [told] = (await call('XINFO', 'GROUPS', 's')) as unknown[][];
	return names.map((name) => told?.[told.indexOf(name) + 1]);
};

it.each([
	['0', '0-0'],
	['$', '7-2'],
	['5', '5-0'],
	['9-9', '9-9'],
])('begins at %s', async (id, last) => {
	await call('XADD', 's', '7-2', 'f', 'v');
	expect(await call('XGROUP', 'CREATE', 's', 'g', id)).toBe('OK');
	expect(await group('name', 'consumers', 'pending', 'last-delivered-id')).toEqual(['g', 0, 0, last]);
});

it('makes a stream only with MKSTREAM', async () => {
	await expect(call('XGROUP', 'CREATE', 's', 'g', '$')).rejects.toThrow(
		'ERR The XGROUP subcommand requires the key to exist.',
	);
	expect(await call('XGROUP', 'CREATE', 's', 'g', '$', 'mkstream')).toBe('OK');
	expect(await call('XLEN', 's')).toBe(0);
	expect(await group('last-delivered-id')).toEqual(['0-0']);
});

it('knows how much the group has read where that is given', async () => {
	for (let i = 0; i < 3; i++) await call('XADD', 's', '*', 'a', 'b');
	await call('XGROUP', 'CREATE', 's', 'g', 0, 'ENTRIESREAD', 3);
	expect(await group('entries-read')).toEqual([3]);
	await call('XGROUP', 'DESTROY', 's', 'g');
	await call('XGROUP', 'CREATE', 's', 'g', 0, 'ENTRIESREAD', -1);
	expect(await group('entries-read')).toEqual([null]);
});

it('refuses a name that is taken', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', 0, 'MKSTREAM');
	await expect(call('XGROUP', 'CREATE', 's', 'g', '$')).rejects.toThrow(
		'BUSYGROUP Consumer Group name already exists',
	);
	expect(await call('XGROUP', 'CREATE', 's', 'G', '$')).toBe('OK');
});

it.each([
	[['-', 'MKSTREAM'], 'ERR Invalid stream ID specified as stream command argument'],
	[['a', 'MKSTREAM'], 'ERR Invalid stream ID specified as stream command argument'],
	[['0', 'ENTRIESREAD', '-2'], 'ERR value for ENTRIESREAD must be positive or -1'],
	[['0', 'ENTRIESREAD', 'a'], 'ERR value is not an integer or out of range'],
	[['0', 'ENTRIESREAD'], "unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP."],
	[['0', 'FOO'], "unknown subcommand or wrong number of arguments for 'CREATE'. Try XGROUP HELP."],
])('refuses %s, and makes no stream', async (words, message) => {
	await expect(call('XGROUP', 'CREATE', 's', 'g', ...words)).rejects.toThrow(message);
	expect(await call('EXISTS', 's')).toBe(0);
});

it('refuses another type', async () => {
	await call('SET', 'string', 'a');
	await expect(call('XGROUP', 'CREATE', 'string', 'g', 0, 'MKSTREAM')).rejects.toThrow('WRONGTYPE');
});
