import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a string, or null where there is none', async () => {
	await call('SET', 'a', 'größer\r\n');
	expect(await call('GET', 'a')).toBe('größer\r\n');
	expect(await call('GET', 'none')).toBeNull();
});

it.each([
	'GET k',
	'SET k v GET',
	'GETSET k v',
	'GETDEL k',
	'GETEX k',
	'GETRANGE k 0 1',
	'STRLEN k',
	'APPEND k v',
	'INCR k',
	'INCRBY k 1',
	'DECR k',
	'DECRBY k 1',
	'INCRBYFLOAT k 1',
])('%s refuses another type', async (line) => {
	await call('SADD', 'k', 'a');
	await expect(call(...line.split(' '))).rejects.toThrow(
		'WRONGTYPE Operation against a key holding the wrong kind of value',
	);
	expect(await call('SMEMBERS', 'k')).toEqual(['a']);
});
