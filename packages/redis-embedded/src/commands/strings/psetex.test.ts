import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets a string for milliseconds', async () => {
	expect(await call('PSETEX', 'a', 100_000, '1')).toBe('OK');
	expect(await call('TTL', 'a')).toBe(100);
	await expect(call('PSETEX', 'a', 0, '1')).rejects.toThrow("invalid expire time in 'psetex' command");
});
