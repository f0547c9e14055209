import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts from zero', async () => {
	expect(await call('HINCRBY', 'h', 'a', 5)).toBe(5);
	expect(await call('HINCRBY', 'h', 'a', -7)).toBe(-2);
	expect(await call('HGET', 'h', 'a')).toBe('-2');
});

it('refuses what is no integer of 64 bits, or would be none', async () => {
	await call('HSET', 'h', 'a', '1.5', 'b', ' 1', 'max', '9223372036854775807');
	for (const field of ['a', 'b']) {
		await expect(call('HINCRBY', 'h', field, 1)).rejects.toThrow('ERR hash value is not an integer');
	}
	await expect(call('HINCRBY', 'h', 'max', 1)).rejects.toThrow('ERR increment or decrement would overflow');
	await expect(call('HINCRBY', 'none', 'a', '1.5')).rejects.toThrow(
		'ERR value is not an integer or out of range',
	);
	expect(await call('EXISTS', 'none')).toBe(0);
});
