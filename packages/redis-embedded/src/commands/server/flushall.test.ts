import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('removes every key', async () => {
	await call('MSET', 'a', '1', 'b', '2');
	for (const words of [[], ['ASYNC'], ['sync']]) {
		await call('SADD', 'set', 'm');
		expect(await call('FLUSHALL', ...words)).toBe('OK');
		expect(await call('DBSIZE')).toBe(0);
	}
	for (const words of [['now'], ['SYNC', 'ASYNC'], ['']]) {
		await expect(call('FLUSHALL', ...words)).rejects.toThrow('ERR syntax error');
	}
});
