import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a value, null where there is none', async () => {
	await call('HSET', 'h', 'a', '1', '', 'of nothing');
	expect(await call('HGET', 'h', 'a')).toBe('1');
	expect(await call('HGET', 'h', '')).toBe('of nothing');
	expect(await call('HGET', 'h', 'b')).toBeNull();
	expect(await call('HGET', 'none', 'a')).toBeNull();
});
