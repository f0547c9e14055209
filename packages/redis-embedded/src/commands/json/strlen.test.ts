import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts the bytes of each string', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":"foo","in":{"a":"é"},"out":{"a":null}}');
	expect(await call('JSON.STRLEN', 'doc', '$..a')).toEqual([3, 2, null]);
	expect(await call('JSON.STRLEN', 'doc', '..a')).toBe(3);
	expect(await call('JSON.STRLEN', 'doc', '$.missing')).toEqual([]);
});

it('says where there is none', async () => {
	await call('JSON.SET', 'doc', '$', '[1.5]');
	expect(await call('JSON.STRLEN', 'none')).toBeNull();
	await expect(call('JSON.STRLEN', 'none', '$')).rejects.toThrow("key that doesn't exist");
	await expect(call('JSON.STRLEN', 'doc')).rejects.toThrow('expected string but found array');
	await expect(call('JSON.STRLEN', 'doc', '[0]')).rejects.toThrow('expected string but found number');
	await expect(call('JSON.STRLEN', 'doc', '[1]')).rejects.toThrow("Path '$.[1]' does not exist");
});
