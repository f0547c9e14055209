import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts a key as often as it is named', async () => {
	await call('MSET', 'a', '', 'b', '2');
	expect(await call('EXISTS', 'a', 'b', 'none', 'a')).toBe(3);
});
