import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what is there', async () => {
	await call('MSET', 'a', '1', 'b', '2');
	expect(await call('TOUCH', 'a', 'none', 'b')).toBe(2);
});
