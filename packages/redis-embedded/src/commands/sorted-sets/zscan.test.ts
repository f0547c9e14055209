import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what matches, with its score', async () => {
	await call('ZADD', 'z', 1, 'aa', 2.5, 'ab', 3, 'b');
	expect(await call('ZSCAN', 'z', 0, 'MATCH', 'a*')).toEqual(['0', ['aa', '1', 'ab', '2.5']]);
	expect(await call('ZSCAN', 'none', 0)).toEqual(['0', []]);
	await expect(call('ZSCAN', 'z', 'x')).rejects.toThrow('ERR invalid cursor');
	await expect(call('ZSCAN', 'z', 0, 'COUNT', 0)).rejects.toThrow('ERR syntax error');
});
