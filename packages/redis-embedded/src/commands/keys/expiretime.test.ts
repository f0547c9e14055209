import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells the second of the end, -1 without end, -2 without a key', async () => {
	await call('SET', 'a', '1', 'EXAT', 4102444800);
	await call('SET', 'b', '1');
	expect(await call('EXPIRETIME', 'a')).toBe(4102444800);
	expect(await call('EXPIRETIME', 'b')).toBe(-1);
	expect(await call('EXPIRETIME', 'none')).toBe(-2);
});
