import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, of any type', async () => {
	await call('SET', 'a', '1');
	await call('SADD', 'b', 'x');
	await call('XADD', 'c', '*', 'f', 'v');
	expect(await call('DEL', 'a', 'b', 'none', 'a')).toBe(2);
	expect(await call('DEL', 'c')).toBe(1);
	expect(await call('DBSIZE')).toBe(0);
});
