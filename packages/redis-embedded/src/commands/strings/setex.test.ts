import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets a string for seconds', async () => {
	await call('SADD', 'a', 'x');
	expect(await call('SETEX', 'a', 100, '1')).toBe('OK');
	expect(await call('GET', 'a')).toBe('1');
	expect(await call('TTL', 'a')).toBe(100);
});

it('refuses no time at all, and too much of it', async () => {
	for (const time of [0, -10, '9223372036854776']) {
		await expect(call('SETEX', 'a', time, '1')).rejects.toThrow("invalid expire time in 'setex' command");
	}
	await expect(call('SETEX', 'a', '1.5', '1')).rejects.toThrow('value is not an integer');
});
