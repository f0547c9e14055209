import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells whether a member is there', async () => {
	await call('SADD', 's', 'a');
	expect(await call('SISMEMBER', 's', 'a')).toBe(1);
	expect(await call('SISMEMBER', 's', 'A')).toBe(0);
	expect(await call('SISMEMBER', 'none', 'a')).toBe(0);
});
