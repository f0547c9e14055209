import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts what is new', async () => {
	expect(await call('SADD', 's', 'a', 'b', 'a')).toBe(2);
	expect(await call('SADD', 's', 'b', '')).toBe(1);
	expect(((await call('SMEMBERS', 's')) as string[]).toSorted()).toEqual(['', 'a', 'b']);
});

it('keeps the time to live', async () => {
	await call('SADD', 's', 'a');
	await call('EXPIRE', 's', 100);
	await call('SADD', 's', 'b');
	expect(await call('TTL', 's')).toBe(100);
});

it.each([
	'SADD k m',
	'SREM k m',
	'SCARD k',
	'SMEMBERS k',
	'SISMEMBER k m',
	'SMISMEMBER k m',
	'SPOP k',
	'SRANDMEMBER k',
	'SSCAN k 0',
	'SINTER none k',
	'SUNION none k',
	'SDIFF none k',
	'SINTERCARD 2 none k',
])('%s refuses another type', async (line) => {
	await call('SET', 'k', 'text');
	await expect(call(...line.split(' '))).rejects.toThrow('WRONGTYPE');
	expect(await call('GET', 'k')).toBe('text');
});
