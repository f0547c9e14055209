import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('appends to each string and answers its bytes', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":"foo","in":{"a":"é"},"out":{"a":1}}');
	expect(await call('JSON.STRAPPEND', 'doc', '$..a', '"\\u00e9"')).toEqual([5, 4, null]);
	expect(await call('JSON.GET', 'doc', '$..a')).toBe('["fooé","éé",1]');
	expect(await call('JSON.STRAPPEND', 'doc', '..a', '"!"')).toBe(5);
});

it('appends to the root by itself', async () => {
	await call('JSON.SET', 'doc', '$', '"ab"');
	expect(await call('JSON.STRAPPEND', 'doc', '"c"')).toBe(3);
	expect(await call('JSON.GET', 'doc')).toBe('"abc"');
});

it('takes JSON strings alone', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":"b","n":1}');
	await expect(call('JSON.STRAPPEND', 'doc', '$.a', '1')).rejects.toThrow('expected string but found 1');
	await expect(call('JSON.STRAPPEND', 'doc', '$.a', 'c')).rejects.toThrow(
		'expected value at line 1 column 1',
	);
	await expect(call('JSON.STRAPPEND', 'doc', '.n', '"c"')).rejects.toThrow(
		"ERR Path '$.n' does not exist or not a string",
	);
});

it('changes a place as often as the path means it', async () => {
	await call('JSON.SET', 'doc', '$', '["x"]');
	expect(await call('JSON.STRAPPEND', 'doc', '$[0,0]', '"y"')).toEqual([2, 3]);
	expect(await call('JSON.GET', 'doc')).toBe('["xyy"]');
});
