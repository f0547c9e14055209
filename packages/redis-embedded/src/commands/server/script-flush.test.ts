import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('leaves no script', async () => {
	expect(await call('SCRIPT', 'FLUSH')).toBe('OK');
	expect(await call('SCRIPT', 'FLUSH', 'ASYNC')).toBe('OK');
});
