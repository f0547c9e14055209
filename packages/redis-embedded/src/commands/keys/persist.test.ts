import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes the time to live away', async () => {
	await call('SET', 'a', '1', 'EX', 100);
	expect(await call('PERSIST', 'a')).toBe(1);
	expect(await call('TTL', 'a')).toBe(-1);
	expect(await call('PERSIST', 'a')).toBe(0);
	expect(await call('PERSIST', 'none')).toBe(0);
});
