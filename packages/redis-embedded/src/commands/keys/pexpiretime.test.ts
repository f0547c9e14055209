import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells the millisecond of the end, -1 without end, -2 without a key', async () => {
	await call('SET', 'a', '1', 'PXAT', 4102444800123);
	await call('SET', 'b', '1');
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800123);
	expect(await call('PEXPIRETIME', 'b')).toBe(-1);
	expect(await call('PEXPIRETIME', 'none')).toBe(-2);
});
