import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what COMMAND describes', async () => {
	expect(await call('COMMAND', 'COUNT')).toBe(((await call('COMMAND')) as unknown[]).length);
});
