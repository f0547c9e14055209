import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts bytes', async () => {
	await call('SET', 'a', 'größer');
	expect(await call('STRLEN', 'a')).toBe(8);
	expect(await call('STRLEN', 'none')).toBe(0);
});
