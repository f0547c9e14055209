import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('adds any integer of 64 bits', async () => {
	expect(await call('INCRBY', 'a', 17179869184)).toBe(17179869184);
	expect(await call('INCRBY', 'a', -17179869185)).toBe(-1);
	await expect(call('INCRBY', 'a', '-9223372036854775808')).rejects.toThrow(
		'ERR increment or decrement would overflow',
	);
	await expect(call('INCRBY', 'a', '1.5')).rejects.toThrow('ERR value is not an integer or out of range');
});
