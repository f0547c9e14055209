import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a score, null where there is none', async () => {
	await call('ZADD', 'z', 1.5, 'a');
	expect(await call('ZSCORE', 'z', 'a')).toBe('1.5');
	expect(await call('ZSCORE', 'z', 'b')).toBeNull();
	expect(await call('ZSCORE', 'none', 'a')).toBeNull();
});

it('writes out whole numbers', async () => {
	const scores = ['1700000000000000000', '1712345678901234688', '-10000000000000000', '4611686018427387904'];
	for (const score of scores) {
		await call('ZADD', 'z', score, 'a');
		expect(await call('ZSCORE', 'z', 'a')).toBe(score);
	}
	await call('ZADD', 'z', '1e19', 'a');
	expect(await call('ZSCORE', 'z', 'a')).toBe('1e+19');
});
