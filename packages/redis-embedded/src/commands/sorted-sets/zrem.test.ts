import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 3, 'c');
	expect(await call('ZREM', 'z', 'a', 'none', 'a')).toBe(1);
	expect(await call('ZREM', 'z', 'b', 'c')).toBe(2);
	expect(await call('EXISTS', 'z')).toBe(0);
	expect(await call('ZREM', 'z', 'a')).toBe(0);
});
