import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of [1, 2, 3]) await call('XADD', 's', id, 'f', 'v');
	await call('XGROUP', 'CREATE', 's', 'g', 2);
});

const group = async (...names: string[]) => {
	const [told] = (await call('XINFO', 'GROUPS', 's')) as unknown[][];
	return names.map((name) => told?.[told.indexOf(name) + 1]);
};

it.each([
	['$', '3-0'],
	['1', '1-0'],
	['-', '0-0'],
	['+', '18446744073709551615-18446744073709551615'],
])('moves the group to %s', async (id, last) => {
	expect(await call('XGROUP', 'SETID', 's', 'g', id)).toBe('OK');
	expect(await group('last-delivered-id')).toEqual([last]);
});

it('forgets how much was read unless that is given', async () => {
	await call('XGROUP', 'SETID', 's', 'g', 2, 'ENTRIESREAD', 2);
	expect(await group('entries-read', 'lag')).toEqual([2, 1]);
	await call('XGROUP', 'SETID', 's', 'g', 2);
	expect(await group('entries-read', 'lag')).toEqual([null, null]);
});

it('knows no other options', async () => {
	await expect(call('XGROUP', 'SETID', 's', 'g', 0, 'MKSTREAM')).rejects.toThrow(
		"unknown subcommand or wrong number of arguments for 'SETID'. Try XGROUP HELP.",
	);
});

it('needs the stream and the group', async () => {
	await expect(call('XGROUP', 'SETID', 's', 'none', 0)).rejects.toThrow(
		"NOGROUP No such consumer group 'none' for key name 's'",
	);
	await expect(call('XGROUP', 'SETID', 'none', 'g', 0)).rejects.toThrow('requires the key to exist');
});
