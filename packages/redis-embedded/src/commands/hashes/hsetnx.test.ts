import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets only a field that is new', async () => {
	expect(await call('HSETNX', 'h', 'a', '1')).toBe(1);
	expect(await call('HSETNX', 'h', 'a', '2')).toBe(0);
	expect(await call('HGET', 'h', 'a')).toBe('1');
});
