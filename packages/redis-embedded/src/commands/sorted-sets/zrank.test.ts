import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts from the lowest score', async () => {
	await call('ZADD', 'z', 1, 'a', 2, 'b', 2, 'c', -1, 'd');
	expect(await call('ZRANK', 'z', 'd')).toBe(0);
	expect(await call('ZRANK', 'z', 'c')).toBe(3);
	expect(await call('ZRANK', 'z', 'none')).toBeNull();
	expect(await call('ZRANK', 'none', 'a')).toBeNull();
});

it('tells the score, too', async () => {
	await call('ZADD', 'z', 1, 'a', 2.5, 'b');
	expect(await call('ZRANK', 'z', 'b', 'WITHSCORE')).toEqual([1, '2.5']);
	expect(await call('ZRANK', 'z', 'none', 'withscore')).toBeNull();
	await expect(call('ZRANK', 'z', 'b', 'WITHSCORES')).rejects.toThrow('ERR syntax error');
	await expect(call('ZRANK', 'z', 'b', 'WITHSCORE', 'x')).rejects.toThrow(
		"ERR wrong number of arguments for 'zrank' command",
	);
});
