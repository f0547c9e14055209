import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts keys', async () => {
	expect(await call('DBSIZE')).toBe(0);
	await call('MSET', 'a', '1', 'b', '2');
	expect(await call('DBSIZE')).toBe(2);
	await call('PEXPIRE', 'a', 10);
	await expect.poll(() => call('DBSIZE'), { interval: 20 }).toBe(1);
});
