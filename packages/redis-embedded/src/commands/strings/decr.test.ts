import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts down', async () => {
	expect(await call('DECR', 'a')).toBe(-1);
	await call('SET', 'a', '-9223372036854775808');
	await expect(call('DECR', 'a')).rejects.toThrow('ERR increment or decrement would overflow');
});
