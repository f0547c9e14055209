import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call } = redis;

const add = async (...ids: (string | number)[]) => {
	for (const id of ids) await call('XADD', 's', id, 'n', id);
};
/** A reply of names and values by turns, without what depends on how nodes are kept. */
const about = async (...words: (string | number)[]) => {
	const told = (await call('XINFO', 'STREAM', 's', ...words)) as unknown[];
	const pairs = told.flatMap((name, i) => (i % 2 ? [] : [[name as string, told[i + 1]] as const]));
	return Object.fromEntries(pairs.filter(([name]) => !name.startsWith('radix')));
};

it('tells of a stream', async () => {
	await add('1-1', '1-2', '2-0');
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XDEL', 's', '1-1');
	expect(await about()).toEqual({
		length: 2,
		'last-generated-id': '2-0',
		'max-deleted-entry-id': '1-1',
		'entries-added': 3,
		'recorded-first-entry-id': '1-2',
		groups: 1,
		'first-entry': ['1-2', ['n', '1-2']],
		'last-entry': ['2-0', ['n', '2-0']],
	});
});

it('tells of an empty stream', async () => {
	await call('XADD', 's', 'MAXLEN', 0, '1-1', 'f', 'v');
	expect(await about()).toMatchObject({
		length: 0,
		'last-generated-id': '1-1',
		'max-deleted-entry-id': '0-0',
		'entries-added': 1,
		'recorded-first-entry-id': '0-0',
		'first-entry': null,
		'last-entry': null,
	});
});

it('remembers the greatest ID that was deleted, not what was trimmed', async () => {
	await add(1, 2, 3, 4, 5);
	await call('XDEL', 's', 3);
	await call('XDEL', 's', 2);
	await call('XTRIM', 's', 'MAXLEN', 1);
	expect(await about()).toMatchObject({
		'max-deleted-entry-id': '3-0',
		'recorded-first-entry-id': '5-0',
		'entries-added': 5,
	});
});

it('tells everything with FULL', async () => {
	await add(1, 2, 3);
	for (const name of ['h', 'g']) await call('XGROUP', 'CREATE', 's', name, 0);
	await call('XREADGROUP', 'GROUP', 'g', 'b', 'COUNT', 2, 'STREAMS', 's', '>');
	await call('XCLAIM', 's', 'g', 'a', 0, 2, 'TIME', 1234567890123);
	const { groups, entries, length } = await about('FULL');
	expect([length, entries]).toEqual([3, ['1-0', '2-0', '3-0'].map((id) => [id, ['n', id[0]]])]);
	const when = expect.any(Number);
	expect(groups).toEqual([
		[
			...['name', 'g', 'last-delivered-id', '2-0', 'entries-read', 2, 'lag', 1, 'pel-count', 2, 'pending'],
			[
				['1-0', 'b', when, 1],
				['2-0', 'a', 1234567890123, 2],
			],
			'consumers',
			[
				[
					...['name', 'a', 'seen-time', when, 'active-time', when, 'pel-count', 1, 'pending'],
					[['2-0', 1234567890123, 2]],
				],
				[
					...['name', 'b', 'seen-time', when, 'active-time', when, 'pel-count', 1, 'pending'],
					[['1-0', when, 1]],
				],
			],
		],
		[
			...['name', 'h', 'last-delivered-id', '0-0', 'entries-read', null, 'lag', 3, 'pel-count', 0],
			...['pending', [], 'consumers', []],
		],
	]);
});

it('shows ten of each in full, or as many as it is told', async () => {
	await add(...Array.from({ length: 12 }, (_, n) => n + 1));
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'STREAMS', 's', '>');
	const shown = [];
	for (const count of [[], ['COUNT', 2], ['COUNT', 0], ['COUNT', -1]]) {
		const { entries, groups } = (await about('FULL', ...count)) as Record<string, unknown[][]>;
		const [group] = groups!;
		shown.push([entries!.length, (group![11] as unknown[]).length, group![9]]);
	}
	expect(shown).toEqual([
		[10, 10, 12],
		[2, 2, 12],
		[12, 12, 12],
		[10, 10, 12],
	]);
});

it('answers with maps in RESP3', async () => {
	await add(1);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a');
	await using raw = await openRaw(redis.url, 3);
	expect(await raw.send(['XINFO', 'STREAM', 's'])).toMatch(/^%10\r\n\$6\r\nlength\r\n:1\r\n/);
	const full = await raw.send(['XINFO', 'STREAM', 's', 'FULL']);
	expect(full).toMatch(/^%9\r\n\$6\r\nlength\r\n:1\r\n/);
	expect(full).toMatch(/\$6\r\ngroups\r\n\*1\r\n%7\r\n\$4\r\nname\r\n\$1\r\ng\r\n/);
	expect(full).toMatch(/\$9\r\nconsumers\r\n\*1\r\n%5\r\n\$4\r\nname\r\n\$1\r\na\r\n/);
	expect(await raw.send(['XINFO', 'CONSUMERS', 's', 'g'])).toMatch(/^\*1\r\n%4\r\n\$4\r\nname\r\n/);
});

it.each([[['FOO']], [['FULL', 'COUNT']], [['FULL', 'FOO', '1']], [['FULL', 'COUNT', '1', '2']]])(
	'refuses %s',
	async (words) => {
		await add(1);
		await expect(call('XINFO', 'STREAM', 's', ...words)).rejects.toThrow(
			"ERR unknown subcommand or wrong number of arguments for 'STREAM'. Try XINFO HELP.",
		);
	},
);

it('needs a stream', async () => {
	await expect(call('XINFO', 'STREAM', 'none', 'FOO')).rejects.toThrow('ERR no such key');
	await call('SET', 'string', 'a');
	await expect(call('XINFO', 'STREAM', 'string')).rejects.toThrow('WRONGTYPE');
});
