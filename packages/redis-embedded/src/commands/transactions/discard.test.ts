import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('forgets what was queued and what was watched', async () => {
	await call('WATCH', 'a');
	await call('SET', 'a', '1');
	await call('MULTI');
	await call('SET', 'a', '2');
	expect(await call('DISCARD')).toBe('OK');
	await call('SET', 'a', '3');
	await call('MULTI');
	await call('INCR', 'a');
	expect(await call('EXEC')).toEqual([4]);
	await expect(call('DISCARD')).rejects.toThrow('ERR DISCARD without MULTI');
});

it('ends a broken transaction, too', async () => {
	await call('MULTI');
	await expect(call('GET')).rejects.toThrow();
	expect(await call('DISCARD')).toBe('OK');
	await call('MULTI');
	await call('PING');
	expect(await call('EXEC')).toEqual(['PONG']);
});
