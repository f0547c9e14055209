import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('leaves no function', async () => {
	expect(await call('FUNCTION', 'FLUSH')).toBe('OK');
	expect(await call('FUNCTION', 'FLUSH', 'SYNC')).toBe('OK');
});
