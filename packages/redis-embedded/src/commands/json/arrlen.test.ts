import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts the items of each array', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1,[2,3]],"in":{"a":[]},"out":{"a":{}}}');
	expect(await call('JSON.ARRLEN', 'doc', '$..a')).toEqual([2, 0, null]);
	expect(await call('JSON.ARRLEN', 'doc', '$.missing')).toEqual([]);
	expect(await call('JSON.ARRLEN', 'doc', '.in.a')).toBe(0);
});

it('looks at the root by itself, and a legacy path at its first value', async () => {
	await call('JSON.SET', 'doc', '$', '[[1],[1,2]]');
	expect(await call('JSON.ARRLEN', 'doc')).toBe(2);
	expect(await call('JSON.ARRLEN', 'doc', '.*')).toBe(1);
});

it('says where there is none', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1}');
	expect(await call('JSON.ARRLEN', 'none')).toBeNull();
	await expect(call('JSON.ARRLEN', 'none', '$')).rejects.toThrow("key that doesn't exist");
	await expect(call('JSON.ARRLEN', 'doc', '.b')).rejects.toThrow("Path '.b' does not exist");
	await expect(call('JSON.ARRLEN', 'doc', '.a')).rejects.toThrow("Path '.a' does not exist or not an array");
});
