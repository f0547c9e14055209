import { describe, expect, it } from 'vitest';
import { speaks } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

describe.runIf(await speaks('JSON.MSET'))('JSON.MSET, of RedisJSON 2.6 and later', () => {
	it('sets several documents, at the root and below', async () => {
		expect(await call('JSON.MSET', 'a', '$', '{"x":1}', 'b', '.', '[1]')).toBe('OK');
		expect(await call('JSON.MSET', 'a', '$.x', '2', 'a', '$.y', '3', 'b', '$[0]', 'null')).toBe('OK');
		expect(await call('JSON.MGET', 'a', 'b', '$')).toEqual(['[{"x":2,"y":3}]', '[[null]]']);
	});

	it('leaves out what an earlier one took away', async () => {
		await call('JSON.SET', 'a', '$', '{"x":{"y":[1,2]}}');
		expect(await call('JSON.MSET', 'a', '$.x', '{}', 'a', '$.x.y[1]', '5', 'a', '$.z', '7')).toBe('OK');
		expect(await call('JSON.GET', 'a')).toBe('{"x":{},"z":7}');
	});

	it.each([
		[['a', '$', '2', 'b', '$'], 'wrong number of arguments'],
		[['a', '$', '2', 'b', '$', '{'], 'EOF while parsing an object'],
		[['a', '$', '2', 'b', '$.x', '1'], 'new objects must be created at the root'],
		[['a', '$', '2', 'text', '$', '1'], 'Existing key has wrong Redis type'],
		[['a', '$', '2', 'a', '$...x', '1'], 'Error occurred on position'],
	])('sets nothing when one cannot be: %j', async (words, message) => {
		await call('JSON.SET', 'a', '$', '1');
		await call('SET', 'text', 'x');
		await expect(call('JSON.MSET', ...words)).rejects.toThrow(message);
		expect(await call('JSON.GET', 'a')).toBe('1');
		expect(await call('EXISTS', 'b')).toBe(0);
	});
});
