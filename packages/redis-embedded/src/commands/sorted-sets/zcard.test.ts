import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts members', async () => {
	expect(await call('ZCARD', 'z')).toBe(0);
	await call('ZADD', 'z', 1, 'a', 1, 'b');
	expect(await call('ZCARD', 'z')).toBe(2);
});
