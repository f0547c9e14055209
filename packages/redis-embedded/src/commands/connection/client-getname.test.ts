import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call, connect } = useRedis();

it('answers the name of this connection alone', async () => {
	const other = await connect();
	await other('HELLO', 2, 'SETNAME', 'other');
	expect(await other('client', 'getName')).toBe('other');
	expect(await call('CLIENT', 'GETNAME')).toBeNull();
});
