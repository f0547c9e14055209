import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts seconds from 1970', async () => {
	await call('SET', 'a', '1');
	expect(await call('EXPIREAT', 'a', 4102444800)).toBe(1);
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800000);
	expect(await call('EXPIREAT', 'a', 4102444799, 'GT')).toBe(0);
	await expect(call('EXPIREAT', 'a', '9223372036854776')).rejects.toThrow(
		"ERR invalid expire time in 'expireat' command",
	);
	expect(await call('EXPIREAT', 'a', 1)).toBe(1);
	expect(await call('EXISTS', 'a')).toBe(0);
});
