import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts from zero', async () => {
	expect(await call('ZINCRBY', 'z', '1.5', 'a')).toBe('1.5');
	expect(await call('ZINCRBY', 'z', -3, 'a')).toBe('-1.5');
	expect(await call('ZINCRBY', 'z', '-inf', 'a')).toBe('-inf');
	await expect(call('ZINCRBY', 'z', 'inf', 'a')).rejects.toThrow('ERR resulting score is not a number (NaN)');
	await expect(call('ZINCRBY', 'z', 'nan', 'a')).rejects.toThrow('ERR value is not a valid float');
});
