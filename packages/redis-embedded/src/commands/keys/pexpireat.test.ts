import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts milliseconds from 1970', async () => {
	await call('SET', 'a', '1');
	expect(await call('PEXPIREAT', 'a', 4102444800123)).toBe(1);
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800123);
});

it('takes any integer of 64 bits', async () => {
	await call('SET', 'a', '1');
	expect(await call('PEXPIREAT', 'a', '9223372036854770000')).toBe(1);
	expect(await call('EXISTS', 'a')).toBe(1);
	expect(await call('PEXPIREAT', 'a', '-9223372036854770000')).toBe(1);
	expect(await call('EXISTS', 'a')).toBe(0);
});
