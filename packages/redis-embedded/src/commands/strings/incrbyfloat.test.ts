import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['10.5', '0.1', '10.6'],
	['3', '1.1', '4.1'],
	['5e3', '2.0e2', '5200'],
	['0.1', '0.2', '0.3'],
	['1', '-1.0', '0'],
	['0.024390243902439025', '-0.024390243902439026', '0'],
	['.5', '5.', '5.5'],
	['17179869184', '1.5', '17179869185.5'],
	['123456789012345678901', '0', '123456789012345678904'],
])('%s and %s make %s', async (value, increment, sum) => {
	await call('SET', 'a', value, 'EX', 100);
	expect(await call('INCRBYFLOAT', 'a', increment)).toBe(sum);
	expect(await call('GET', 'a')).toBe(sum);
	expect(await call('TTL', 'a')).toBe(100);
});

it('counts from zero', async () => {
	expect(await call('INCRBYFLOAT', 'a', '1.23')).toBe('1.23');
});

it('refuses what is no float, or would be none', async () => {
	await call('SET', 'a', ' 11');
	await expect(call('INCRBYFLOAT', 'a', '1')).rejects.toThrow('ERR value is not a valid float');
	for (const increment of ['a', '', 'nan', '1 ', `0.${'1'.repeat(5118)}`]) {
		await expect(call('INCRBYFLOAT', 'b', increment)).rejects.toThrow('ERR value is not a valid float');
	}
	for (const increment of ['inf', '+inf', '-inf']) {
		await expect(call('INCRBYFLOAT', 'b', increment)).rejects.toThrow(
			'ERR increment would produce NaN or Infinity',
		);
	}
	expect(await call('EXISTS', 'b')).toBe(0);
});
