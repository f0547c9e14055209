import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('sets or takes away the time to live of what it answers', async () => {
	await call('SET', 'a', '1');
	expect(await call('GETEX', 'a', 'EX', 100)).toBe('1');
	expect(await call('TTL', 'a')).toBe(100);
	expect(await call('GETEX', 'a')).toBe('1');
	expect(await call('TTL', 'a')).toBe(100);
	expect(await call('GETEX', 'a', 'PERSIST')).toBe('1');
	expect(await call('TTL', 'a')).toBe(-1);
	await call('GETEX', 'a', 'PXAT', 4102444800000);
	expect(await call('PEXPIRETIME', 'a')).toBe(4102444800000);
});

it('removes what expires in the past', async () => {
	await call('SET', 'a', '1');
	expect(await call('GETEX', 'a', 'EXAT', 1)).toBe('1');
	expect(await call('EXISTS', 'a')).toBe(0);
});

it('looks at the time only where there is a string, at the options always', async () => {
	expect(await call('GETEX', 'none', 'EX', 0)).toBeNull();
	await expect(call('GETEX', 'none', 'EX')).rejects.toThrow('ERR syntax error');
	await call('SET', 'a', '1');
	for (const words of [['KEEPTTL'], ['NX'], ['EX', 10, 'PERSIST'], ['EX', 10, 'PX', 10], ['EX']]) {
		await expect(call('GETEX', 'a', ...words)).rejects.toThrow('ERR syntax error');
	}
	for (const time of [0, -1, '9223372036854776']) {
		await expect(call('GETEX', 'a', 'EX', time)).rejects.toThrow("invalid expire time in 'getex' command");
	}
});
