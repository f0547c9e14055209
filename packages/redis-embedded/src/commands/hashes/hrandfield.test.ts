import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('draws one field', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2');
	expect(await call('HRANDFIELD', 'h')).toMatch(/^[ab]$/);
	expect(await call('HRANDFIELD', 'none')).toBeNull();
});

it('draws different ones, or with a negative count any', async () => {
	await call('HSET', 'h', 'a', '1', 'b', '2', 'c', '3');
	expect(((await call('HRANDFIELD', 'h', 5)) as string[]).toSorted()).toEqual(['a', 'b', 'c']);
	expect(new Set((await call('HRANDFIELD', 'h', 2)) as string[]).size).toBe(2);
	expect(await call('HRANDFIELD', 'h', -20)).toHaveLength(20);
	expect(await call('HRANDFIELD', 'h', 0)).toEqual([]);
	expect(await call('HRANDFIELD', 'none', -3)).toEqual([]);
});

it('tells their values, too', async () => {
	await call('HSET', 'h', 'a', '1');
	expect(await call('HRANDFIELD', 'h', -2, 'WITHVALUES')).toEqual(['a', '1', 'a', '1']);
	await expect(call('HRANDFIELD', 'h', 1, 'WITHSCORES')).rejects.toThrow('ERR syntax error');
	await expect(call('HRANDFIELD', 'h', '9223372036854775807', 'WITHVALUES')).rejects.toThrow(
		'ERR value is out of range',
	);
});
