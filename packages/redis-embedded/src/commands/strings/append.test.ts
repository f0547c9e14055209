import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('adds to what is there, or begins with it', async () => {
	expect(await call('APPEND', 'word', 'info')).toBe(4);
	expect(await call('APPEND', 'word', 'graph')).toBe(9);
	expect(await call('GET', 'word')).toBe('infograph');
});

it('keeps the time to live', async () => {
	await call('SET', 'word', 'a', 'EX', 100);
	await call('APPEND', 'word', 'b');
	expect(await call('TTL', 'word')).toBeGreaterThan(90);
});

it('refuses another type', async () => {
	await call('SADD', 'set', 'a');
	await expect(call('APPEND', 'set', 'b')).rejects.toThrow('WRONGTYPE');
});
