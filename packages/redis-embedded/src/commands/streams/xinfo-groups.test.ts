import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

const add = async (...ids: number[]) => {
	for (const id of ids) await call('XADD', 's', id, 'f', 'v');
};
const read = (count: number, ...words: string[]) =>
	call('XREADGROUP', 'GROUP', 'g', 'a', 'COUNT', count, ...words, 'STREAMS', 's', '>');
/** How many entries the group has read, and how many it has yet to read. */
const progress = async () => {
	const [group] = (await call('XINFO', 'GROUPS', 's')) as unknown[][];
	return [group?.[9], group?.[11]];
};

it('tells of groups by name', async () => {
	await add(1, 2);
	for (const name of ['h', 'g', 'G']) await call('XGROUP', 'CREATE', 's', name, 0);
	await read(1);
	await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'b');
	const groups = (await call('XINFO', 'GROUPS', 's')) as unknown[][];
	expect(groups.map((group) => group[1])).toEqual(['G', 'g', 'h']);
	expect(groups[1]).toEqual([
		...['name', 'g', 'consumers', 2, 'pending', 1],
		...['last-delivered-id', '1-0', 'entries-read', 1, 'lag', 1],
	]);
});

it('follows what a group reads', async () => {
	await add(1, 2, 3, 4, 5);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	expect(await progress()).toEqual([null, 5]);
	await read(1);
	expect(await progress()).toEqual([1, 4]);
	await read(10, 'NOACK');
	expect(await progress()).toEqual([5, 0]);
	await add(6);
	expect(await progress()).toEqual([5, 1]);
});

it('has nothing to read in an empty stream', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', 0, 'MKSTREAM');
	expect(await progress()).toEqual([null, 0]);
	await add(1, 2);
	await call('XDEL', 's', 1, 2);
	expect(await progress()).toEqual([null, 0]);
});

it('loses count by a deletion ahead, and finds it at the end', async () => {
	await add(1, 2, 3, 4, 5);
	await call('XDEL', 's', 3);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	const seen = [await progress()];
	for (let i = 0; i < 4; i++) {
		await read(1);
		seen.push(await progress());
	}
	expect(seen).toEqual([
		[null, null],
		[null, null],
		[null, null],
		[null, null],
		[5, 0],
	]);
	await add(6);
	expect(await progress()).toEqual([5, 1]);
});

it('finds the count again when all that is deleted is before the first entry', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM');
	await add(1);
	await read(1);
	await add(2, 3);
	await call('XDEL', 's', 2);
	expect(await progress()).toEqual([1, null]);
	await call('XDEL', 's', 1);
	expect(await progress()).toEqual([1, 1]);
	await read(1);
	expect(await progress()).toEqual([3, 0]);
});

it('does not count what is trimmed before it was read', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', '$', 'MKSTREAM');
	await add(1, 2, 3, 4, 5);
	await read(1);
	expect(await progress()).toEqual([1, 4]);
	await call('XTRIM', 's', 'MAXLEN', 1);
	expect(await progress()).toEqual([1, 1]);
	await call('XTRIM', 's', 'MAXLEN', 0);
	expect(await progress()).toEqual([1, 0]);
});

it('knows the distance at either end of a stream without gaps', async () => {
	await add(1, 2, 3, 4);
	await call('XTRIM', 's', 'MINID', 2);
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	const lags = [];
	for (const id of ['0', '1', '2', '3', '4', '5']) {
		await call('XGROUP', 'SETID', 's', 'g', id);
		lags.push((await progress())[1]);
	}
	expect(lags).toEqual([3, 3, 2, null, 0, null]);
});

it('needs a stream', async () => {
	await expect(call('XINFO', 'GROUPS', 'none')).rejects.toThrow('ERR no such key');
	await call('SET', 'string', 'a');
	await expect(call('XINFO', 'GROUPS', 'string')).rejects.toThrow('WRONGTYPE');
	await expect(call('XINFO', 'GROUPS')).rejects.toThrow(
		"wrong number of arguments for 'xinfo|groups' command",
	);
});
