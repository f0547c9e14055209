import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells whether a field is there', async () => {
	await call('HSET', 'h', 'a', '');
	expect(await call('HEXISTS', 'h', 'a')).toBe(1);
	expect(await call('HEXISTS', 'h', 'b')).toBe(0);
	expect(await call('HEXISTS', 'none', 'a')).toBe(0);
});
