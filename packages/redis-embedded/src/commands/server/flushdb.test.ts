import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('removes every key', async () => {
	await call('SET', 'a', '1');
	expect(await call('FLUSHDB', 'SYNC')).toBe('OK');
	expect(await call('EXISTS', 'a')).toBe(0);
});
