import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2', 'c', '3');
	expect(await call('HDEL', 'h', 'a', 'none', 'a')).toBe(1);
	expect(await call('HDEL', 'h', 'b', 'c', 'd')).toBe(2);
	expect(await call('EXISTS', 'h')).toBe(0);
	expect(await call('HDEL', 'h', 'a')).toBe(0);
});
