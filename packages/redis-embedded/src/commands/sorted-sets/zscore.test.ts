import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a score, null where there is none', async () => {
	await call('ZADD', 'z', 1.5, 'a');
	expect(await call('ZSCORE', 'z', 'a')).toBe('1.5');
	expect(await call('ZSCORE', 'z', 'b')).toBeNull();
	expect(await call('ZSCORE', 'none', 'a')).toBeNull();
});
