import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('subtracts', async () => {
	expect(await call('DECRBY', 'a', 10)).toBe(-10);
	expect(await call('DECRBY', 'a', -11)).toBe(1);
	await expect(call('DECRBY', 'a', '-9223372036854775808')).rejects.toThrow('ERR decrement would overflow');
	await expect(call('DECRBY', 'a', 'x')).rejects.toThrow('ERR value is not an integer or out of range');
});
