import { beforeEach, expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

beforeEach(async () => {
	for (const id of ['1-1', '1-2', '1-3', '2-0']) await call('XADD', 's', id, 'f', id);
});

it('counts what it deleted', async () => {
	expect(await call('XDEL', 's', '1-1', '1-3', '1-3', '2', '3-1')).toBe(3);
	expect(await call('XRANGE', 's', '-', '+')).toEqual([['1-2', ['f', '1-2']]]);
});

it('leaves a stream without entries', async () => {
	expect(await call('XDEL', 's', '1-1', '1-2', '1-3', '2-0')).toBe(4);
	expect(await call('EXISTS', 's')).toBe(1);
	await expect(call('XADD', 's', '2-0', 'f', 'v')).rejects.toThrow('equal or smaller');
});

it('deletes nothing when one of the IDs is none', async () => {
	for (const id of ['a', '-', '+', '*', '1-*'])
		await expect(call('XDEL', 's', '1-1', id)).rejects.toThrow('Invalid stream ID');
	expect(await call('XLEN', 's')).toBe(4);
});

it('does not look at IDs where there is no stream', async () => {
	expect(await call('XDEL', 'none', 'a')).toBe(0);
});
