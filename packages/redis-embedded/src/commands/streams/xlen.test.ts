import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts entries', async () => {
	expect(await call('XLEN', 's')).toBe(0);
	for (const id of ['1-1', '1-2', '2-1']) await call('XADD', 's', id, 'f', 'v');
	expect(await call('XLEN', 's')).toBe(3);
	await call('XDEL', 's', '1-2');
	expect(await call('XLEN', 's')).toBe(2);
});

it('refuses another type', async () => {
	await call('SET', 'string', 'a');
	await expect(call('XLEN', 'string')).rejects.toThrow('WRONGTYPE');
});
