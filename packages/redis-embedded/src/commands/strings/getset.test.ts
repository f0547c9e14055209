import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('replaces a string, and drops its time to live', async () => {
	expect(await call('GETSET', 'a', '1')).toBeNull();
	await call('EXPIRE', 'a', 100);
	expect(await call('GETSET', 'a', '2')).toBe('1');
	expect(await call('GET', 'a')).toBe('2');
	expect(await call('TTL', 'a')).toBe(-1);
});
