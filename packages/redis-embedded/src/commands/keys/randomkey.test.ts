import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers some key', async () => {
	expect(await call('RANDOMKEY')).toBeNull();
	await call('MSET', 'a', '1', 'b', '2');
	expect(await call('RANDOMKEY')).toMatch(/^[ab]$/);
});
