import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('removes as DEL does', async () => {
	await call('MSET', 'a', '1', 'b', '2');
	expect(await call('UNLINK', 'a', 'b', 'none')).toBe(2);
	expect(await call('EXISTS', 'a', 'b')).toBe(0);
});
