import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('appends to every array at a path', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":["x"],"in":{"a":[]},"out":{"a":1}}');
	expect(await call('JSON.ARRAPPEND', 'doc', '$..a', '"y"', '{"z":1}')).toEqual([3, 2, null]);
	expect(await call('JSON.GET', 'doc')).toBe(
		'{"a":["x","y",{"z":1}],"in":{"a":["y",{"z":1}]},"out":{"a":1}}',
	);
	expect(await call('JSON.ARRAPPEND', 'doc', '$.missing', '1')).toEqual([]);
});

it('gives each array values of its own', async () => {
	await call('JSON.SET', 'doc', '$', '[[],[]]');
	await call('JSON.ARRAPPEND', 'doc', '$.*', '{"n":1}');
	await call('JSON.NUMINCRBY', 'doc', '$[0][0].n', '1');
	expect(await call('JSON.GET', 'doc')).toBe('[[{"n":2}],[{"n":1}]]');
});

it('answers a legacy path with the length of its last array', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":["x"],"in":{"a":[1,2]}}');
	expect(await call('JSON.ARRAPPEND', 'doc', '..a', '3')).toBe(3);
	expect(await call('JSON.ARRAPPEND', 'doc', '.a', '"\\u00e9"', '1.0')).toBe(4);
	expect(await call('JSON.GET', 'doc', '.a')).toBe('["x",3,"é",1.0]');
	await expect(call('JSON.ARRAPPEND', 'doc', '.b', '1')).rejects.toThrow(
		"ERR Path '.b' does not exist or not an array",
	);
});

it('changes nothing when one of the values is no JSON', async () => {
	await call('JSON.SET', 'doc', '$', '[]');
	await expect(call('JSON.ARRAPPEND', 'doc', '$', '1', '{')).rejects.toThrow(
		'EOF while parsing an object at line 1 column 1',
	);
	await expect(call('JSON.ARRAPPEND', 'doc', '$')).rejects.toThrow('wrong number of arguments');
	expect(await call('JSON.GET', 'doc')).toBe('[]');
});
