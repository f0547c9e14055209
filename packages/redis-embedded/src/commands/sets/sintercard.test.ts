import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what all have, up to a limit', async () => {
	await call('SADD', 'a', '1', '2', '3');
	await call('SADD', 'b', '2', '3', '4');
	expect(await call('SINTERCARD', 2, 'a', 'b')).toBe(2);
	expect(await call('SINTERCARD', 2, 'a', 'b', 'LIMIT', 1)).toBe(1);
	expect(await call('SINTERCARD', 2, 'a', 'b', 'LIMIT', 0)).toBe(2);
	expect(await call('SINTERCARD', 2, 'a', 'none')).toBe(0);
});

it('refuses numbers that are none', async () => {
	for (const count of [0, 'a', -1]) {
		await expect(call('SINTERCARD', count, 'a')).rejects.toThrow('ERR numkeys should be greater than 0');
	}
	await expect(call('SINTERCARD', 2, 'a')).rejects.toThrow(
		"ERR Number of keys can't be greater than number of args",
	);
	await expect(call('SINTERCARD', 1, 'a', 'LIMIT', -1)).rejects.toThrow("ERR LIMIT can't be negative");
	await expect(call('SINTERCARD', 1, 'a', 'b')).rejects.toThrow('ERR syntax error');
});
