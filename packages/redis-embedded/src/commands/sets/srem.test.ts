import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what it removes, and removes what is empty', async () => {
	await call('SADD', 's', 'a', 'b', 'c');
	expect(await call('SREM', 's', 'a', 'none', 'a')).toBe(1);
	expect(await call('SREM', 's', 'b', 'c')).toBe(2);
	expect(await call('EXISTS', 's')).toBe(0);
	expect(await call('SREM', 's', 'a')).toBe(0);
});
