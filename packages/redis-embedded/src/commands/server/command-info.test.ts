import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('describes the commands asked for, null for what is none', async () => {
	const [get, none, client] = (await call('COMMAND', 'INFO', 'GET', 'nonsense', 'client')) as unknown[][];
	expect(get?.slice(0, 2)).toEqual(['get', 2]);
	expect(none).toBeNull();
	expect((client![9] as string[][]).map(([name]) => name)).toEqual(
		expect.arrayContaining(['client|id', 'client|help']),
	);
});

it('describes subcommands', async () => {
	const [create, ...none] = (await call(
		'COMMAND',
		'INFO',
		'xgroup|CREATE',
		'get|key',
		'config|get|key',
		'xgroup|none',
	)) as unknown[][];
	expect(create?.slice(0, 2)).toEqual(['xgroup|create', -5]);
	expect(create?.slice(3, 6)).toEqual([2, 2, 1]);
	expect(none).toEqual([null, null, null]);
});
