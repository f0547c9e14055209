import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('tells seconds and microseconds', async () => {
	const before = Date.now();
	const [seconds, micros] = ((await call('TIME')) as string[]).map(Number);
	expect(micros).toBeLessThan(1e6);
	expect(Math.abs(seconds! * 1000 + micros! / 1000 - before)).toBeLessThan(1000);
});
