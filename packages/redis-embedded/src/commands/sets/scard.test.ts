import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts members', async () => {
	expect(await call('SCARD', 's')).toBe(0);
	await call('SADD', 's', 'a', 'b');
	expect(await call('SCARD', 's')).toBe(2);
});
