import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a string and removes it', async () => {
	await call('SET', 'a', '1');
	expect(await call('GETDEL', 'a')).toBe('1');
	expect(await call('GETDEL', 'a')).toBeNull();
});
