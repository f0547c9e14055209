import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets a string only where nothing is', async () => {
	expect(await call('SETNX', 'a', '1')).toBe(1);
	expect(await call('SETNX', 'a', '2')).toBe(0);
	await call('SADD', 'set', 'x');
	expect(await call('SETNX', 'set', '1')).toBe(0);
	expect(await call('GET', 'a')).toBe('1');
});
