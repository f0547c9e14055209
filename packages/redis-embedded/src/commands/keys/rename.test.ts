import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes value and time to live along, over what was there', async () => {
	await call('SET', 'a', '1', 'EX', 100);
	await call('SADD', 'b', 'x');
	await call('EXPIRE', 'b', 500);
	expect(await call('RENAME', 'a', 'b')).toBe('OK');
	expect(await call('EXISTS', 'a')).toBe(0);
	expect(await call('GET', 'b')).toBe('1');
	expect(await call('TTL', 'b')).toBe(100);
	await call('SET', 'c', '1');
	await call('RENAME', 'c', 'b');
	expect(await call('TTL', 'b')).toBe(-1);
});

it('changes nothing under the same name, and wants a key', async () => {
	await call('SET', 'a', '1');
	expect(await call('RENAME', 'a', 'a')).toBe('OK');
	expect(await call('GET', 'a')).toBe('1');
	await expect(call('RENAME', 'none', 'none')).rejects.toThrow('ERR no such key');
});
