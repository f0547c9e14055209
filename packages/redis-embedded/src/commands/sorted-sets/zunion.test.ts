import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('adds the scores of what is in several, those of a plain set being 1', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y');
	await call('SADD', 'b', 'y', 'z');
	expect(await call('ZUNION', 3, 'a', 'b', 'none')).toEqual(['x', 'z', 'y']);
	expect(await call('ZUNION', 2, 'a', 'b', 'WITHSCORES')).toEqual(['x', '1', 'z', '1', 'y', '3']);
	expect(await call('ZUNION', 1, 'none')).toEqual([]);
});

it('weighs them, or takes the lowest or the highest', async () => {
	await call('ZADD', 'a', 1, 'x', 2, 'y');
	await call('ZADD', 'b', 3, 'y');
	const union = (...options: (string | number)[]) => call('ZUNION', 2, 'a', 'b', ...options, 'WITHSCORES');
	expect(await union('WEIGHTS', 10, 0.5)).toEqual(['x', '10', 'y', '21.5']);
	expect(await union('AGGREGATE', 'min')).toEqual(['x', '1', 'y', '2']);
	expect(await union('WEIGHTS', 2, 1, 'AGGREGATE', 'MAX')).toEqual(['x', '2', 'y', '4']);
});

it('refuses options it does not understand', async () => {
	for (const words of [['WEIGHTS', 1], ['AGGREGATE', 'AVG'], ['AGGREGATE'], ['LIMIT', 1], ['c']]) {
		await expect(call('ZUNION', 2, 'a', 'b', ...words)).rejects.toThrow('ERR syntax error');
	}
	await expect(call('ZUNION', 3, 'a', 'b')).rejects.toThrow('ERR syntax error');
	await expect(call('ZUNION', 1, 'a', 'WEIGHTS', 'x')).rejects.toThrow('ERR weight value is not a float');
	await expect(call('ZUNION', 'x', 'a')).rejects.toThrow('ERR value is not an integer or out of range');
	await expect(call('ZUNION', 0, 'a')).rejects.toThrow(
		"ERR at least 1 input key is needed for 'zunion' command",
	);
});
