import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells seconds to live, -1 without end, -2 without a key', async () => {
	await call('SET', 'a', '1', 'PX', 99_700);
	await call('SET', 'b', '1');
	expect(await call('TTL', 'a')).toBe(100);
	expect(await call('TTL', 'b')).toBe(-1);
	expect(await call('TTL', 'none')).toBe(-2);
});
