import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('forgets what was watched, touched or not', async () => {
	await call('WATCH', 'a');
	await call('SET', 'a', '1');
	expect(await call('UNWATCH')).toBe('OK');
	await call('MULTI');
	await call('INCR', 'a');
	expect(await call('EXEC')).toEqual([2]);
	expect(await call('UNWATCH')).toBe('OK');
});

it('is too late inside MULTI', async () => {
	await call('WATCH', 'a');
	await call('SET', 'a', '1');
	await call('MULTI');
	expect(await call('UNWATCH')).toBe('QUEUED');
	expect(await call('EXEC')).toBeNull();
});
