import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('adds as INCRBYFLOAT does', async () => {
	expect(await call('HINCRBYFLOAT', 'h', 'a', '10.50')).toBe('10.5');
	expect(await call('HINCRBYFLOAT', 'h', 'a', '0.1')).toBe('10.6');
	expect(await call('HINCRBYFLOAT', 'h', 'a', '-10.6')).toBe('0');
});

it('refuses what is no float', async () => {
	await call('HSET', 'h', 'a', '1 ');
	await expect(call('HINCRBYFLOAT', 'h', 'a', 1)).rejects.toThrow('ERR hash value is not a float');
	await expect(call('HINCRBYFLOAT', 'h', 'b', 'x')).rejects.toThrow('ERR value is not a valid float');
	await expect(call('HINCRBYFLOAT', 'h', 'b', 'inf')).rejects.toThrow('ERR value is NaN or Infinity');
	expect(await call('HEXISTS', 'h', 'b')).toBe(0);
});
