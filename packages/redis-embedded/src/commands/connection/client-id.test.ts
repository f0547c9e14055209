import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call, connect } = useRedis();

it('numbers connections upwards', async () => {
	const other = await connect();
	expect(await call('CLIENT', 'ID')).toBe(await call('CLIENT', 'ID'));
	expect(await other('CLIENT', 'ID')).toBeGreaterThan((await call('CLIENT', 'ID')) as number);
});
