import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts fields', async () => {
	expect(await call('HLEN', 'h')).toBe(0);
	await call('HSET', 'h', 'a', '1', 'b', '2');
	expect(await call('HLEN', 'h')).toBe(2);
});
