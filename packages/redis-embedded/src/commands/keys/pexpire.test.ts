import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts in milliseconds', async () => {
	await call('SET', 'a', '1');
	expect(await call('PEXPIRE', 'a', 100_000, 'NX')).toBe(1);
	expect(await call('TTL', 'a')).toBe(100);
	expect(await call('PEXPIRE', 'a', 10)).toBe(1);
	await expect.poll(() => call('GET', 'a'), { interval: 5 }).toBeNull();
});

it('refuses what overflows with the time added', async () => {
	await expect(call('PEXPIRE', 'a', '9223372036854770000')).rejects.toThrow(
		"ERR invalid expire time in 'pexpire' command",
	);
});
