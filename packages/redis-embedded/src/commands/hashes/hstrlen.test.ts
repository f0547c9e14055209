import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts the bytes of a value', async () => {
	await call('HSET', 'h', 'a', 'größer');
	expect(await call('HSTRLEN', 'h', 'a')).toBe(8);
	expect(await call('HSTRLEN', 'h', 'b')).toBe(0);
	expect(await call('HSTRLEN', 'none', 'a')).toBe(0);
});
