import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('reads by bytes', async () => {
	await call('ZADD', 'z', 0, 'a', 0, 'b', 0, 'c');
	expect(await call('ZRANGEBYLEX', 'z', '(a', '+')).toEqual(['b', 'c']);
	expect(await call('ZRANGEBYLEX', 'z', '-', '[c', 'LIMIT', 1, 1)).toEqual(['b']);
	await expect(call('ZRANGEBYLEX', 'z', '-', '+', 'WITHSCORES')).rejects.toThrow('WITHSCORES not supported');
});
