import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3]) await call('XADD', 's', id, 'n', id);
});

async function about(...names: string[]) {
	const told = (await call('XINFO', 'STREAM', 's')) as unknown[];
	return names.map((name) => told[told.indexOf(name) + 1]);
}

it('sets the last ID', async () => {
	expect(await call('XSETID', 's', '7-1')).toBe('OK');
	expect(await about('last-generated-id', 'entries-added', 'max-deleted-entry-id')).toEqual([
		'7-1',
		3,
		'0-0',
	]);
	expect(await call('XADD', 's', '7-*', 'f', 'v')).toBe('7-2');
});

it('sets how many were added, and which was deleted', async () => {
	await call('XSETID', 's', '7', 'maxdeletedid', '5-1', 'ENTRIESADDED', 9);
	expect(await about('last-generated-id', 'entries-added', 'max-deleted-entry-id')).toEqual([
		'7-0',
		9,
		'5-1',
	]);
	await call('XSETID', 's', '7', 'MAXDELETEDID', '0-0');
	expect(await about('max-deleted-entry-id')).toEqual(['5-1']);
});

it('may go back as far as the last entry there is', async () => {
	await call('XTRIM', 's', 'MAXLEN', 0);
	expect(await call('XSETID', 's', '0-0')).toBe('OK');
	expect(await call('XADD', 's', '1-0', 'f', 'v')).toBe('1-0');
	await expect(call('XSETID', 's', '0-9')).rejects.toThrow('smaller than the target stream top item');
});

it('does not go back behind a deleted entry', async () => {
	await call('XDEL', 's', 3);
	await expect(call('XSETID', 's', '2-1')).rejects.toThrow('smaller than current max_deleted_entry_id');
});

it.each([
	[
		'3',
		'ENTRIESADDED',
		'2',
		'The entries_added specified in XSETID is smaller than the target stream length',
	],
	['3', 'ENTRIESADDED', '-1', 'entries_added must be positive'],
	['3', 'ENTRIESADDED', 'a', 'value is not an integer or out of range'],
	['3', 'MAXDELETEDID', '4', 'XSETID is smaller than the provided max_deleted_entry_id'],
	['3', 'MAXDELETEDID', 'a', 'Invalid stream ID'],
	['3', 'ENTRIESADDED', 'syntax error'],
	['3', '5', 'syntax error'],
	['*', 'Invalid stream ID'],
	['+', 'Invalid stream ID'],
])('refuses %s %s …', async (...words) => {
	const message = words.pop()!;
	await expect(call('XSETID', 's', ...words)).rejects.toThrow(message);
});

it('needs a stream', async () => {
	await expect(call('XSETID', 'none', '1-1')).rejects.toThrow('ERR no such key');
	await call('SET', 'string', 'a');
	await expect(call('XSETID', 'string', '1-1')).rejects.toThrow('WRONGTYPE');
});
