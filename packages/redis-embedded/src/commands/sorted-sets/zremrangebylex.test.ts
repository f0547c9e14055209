import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('ZADD', 'z', 0, 'a', 0, 'b', 0, 'c');
	expect(await call('ZREMRANGEBYLEX', 'z', '[a', '(c')).toBe(2);
	expect(await call('ZREMRANGEBYLEX', 'z', '-', '+')).toBe(1);
	expect(await call('EXISTS', 'z')).toBe(0);
});
