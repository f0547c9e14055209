import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('draws and leaves', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b');
	expect(await call('ZRANDMEMBER', 'z')).toMatch(/^[ab]$/);
	expect(((await call('ZRANDMEMBER', 'z', 5)) as string[]).toSorted()).toEqual(['a', 'b']);
	expect(await call('ZRANDMEMBER', 'z', -20)).toHaveLength(20);
	expect(await call('ZRANDMEMBER', 'none')).toBeNull();
	expect(await call('ZRANDMEMBER', 'none', 2, 'WITHSCORES')).toEqual([]);
});

it('tells the scores, too', async () => {
	await call('ZADD', 'z', 1.5, 'a');
	expect(await call('ZRANDMEMBER', 'z', 1, 'WITHSCORES')).toEqual(['a', '1.5']);
	await expect(call('ZRANDMEMBER', 'z', 1, 'WITHVALUES')).rejects.toThrow('ERR syntax error');
});
