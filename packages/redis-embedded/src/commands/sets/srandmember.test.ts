import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('draws and leaves', async () => {
	await call('SADD', 's', 'a', 'b', 'c');
	expect(await call('SRANDMEMBER', 's')).toMatch(/^[abc]$/);
	expect(((await call('SRANDMEMBER', 's', 10)) as string[]).toSorted()).toEqual(['a', 'b', 'c']);
	expect(new Set((await call('SRANDMEMBER', 's', 2)) as string[]).size).toBe(2);
	expect(await call('SRANDMEMBER', 's', -20)).toHaveLength(20);
	expect(await call('SRANDMEMBER', 's', 0)).toEqual([]);
	expect(await call('SCARD', 's')).toBe(3);
});

it('draws nothing from nothing', async () => {
	expect(await call('SRANDMEMBER', 'none')).toBeNull();
	expect(await call('SRANDMEMBER', 'none', -3)).toEqual([]);
});

it('refuses a count that is none', async () => {
	await expect(call('SRANDMEMBER', 's', 'a')).rejects.toThrow('ERR value is not an integer or out of range');
	await expect(call('SRANDMEMBER', 's', '-9223372036854775808')).rejects.toThrow('ERR value is out of range');
	await expect(call('SRANDMEMBER', 's', 1, 'x')).rejects.toThrow('ERR syntax error');
});
