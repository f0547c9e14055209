import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts from zero, and keeps the time to live', async () => {
	expect(await call('INCR', 'a')).toBe(1);
	await call('EXPIRE', 'a', 100);
	expect(await call('INCR', 'a')).toBe(2);
	expect(await call('TTL', 'a')).toBe(100);
});

it.each(['', 'a', '1.5', ' 1', '1 ', '+1', '01', '-0', '9223372036854775808'])(
	'finds no integer in %j',
	async (text) => {
		await call('SET', 'a', text);
		await expect(call('INCR', 'a')).rejects.toThrow('ERR value is not an integer or out of range');
		expect(await call('GET', 'a')).toBe(text);
	},
);

it('ends with 64 bits', async () => {
	await call('SET', 'a', '9223372036854775806');
	await call('INCR', 'a');
	expect(await call('GET', 'a')).toBe('9223372036854775807');
	await expect(call('INCR', 'a')).rejects.toThrow('ERR increment or decrement would overflow');
});
