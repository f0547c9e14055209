import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells milliseconds to live, -1 without end, -2 without a key', async () => {
	await call('SET', 'a', '1', 'PX', 99_700);
	await call('SET', 'b', '1');
	const left = (await call('PTTL', 'a')) as number;
	expect(left).toBeGreaterThan(99_000);
	expect(left).toBeLessThanOrEqual(99_700);
	expect(await call('PTTL', 'b')).toBe(-1);
	expect(await call('PTTL', 'none')).toBe(-2);
});
