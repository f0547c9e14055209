import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each([
	['3', '4', '12'],
	['3', '2.0', '6.0'],
	['1.5', '-2', '-3.0'],
	['3', '0', '0'],
	['-1.5', '0', '-0.0'],
	['3037000500', '3037000499', '9223372033963249500'],
	['1e200', '1e100', '1e300'],
])('multiplies %s by %s', async (value, by, product) => {
	await call('JSON.SET', 'doc', '$', value);
	expect(await call('JSON.NUMMULTBY', 'doc', '.', by)).toBe(product);
	expect(await call('JSON.GET', 'doc', '$')).toBe(`[${product}]`);
});
