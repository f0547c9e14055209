import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('reads by bytes, backwards', async () => {
	await call('ZADD', 'z', 0, 'a', 0, 'b', 0, 'c');
	expect(await call('ZREVRANGEBYLEX', 'z', '+', '(a')).toEqual(['c', 'b']);
	expect(await call('ZREVRANGEBYLEX', 'z', '[c', '-', 'LIMIT', 1, 5)).toEqual(['b', 'a']);
});
