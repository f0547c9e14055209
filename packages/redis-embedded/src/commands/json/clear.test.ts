import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('empties arrays and objects and sets numbers to 0, and counts what it changed', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1],"o":{"x":1},"i":7,"f":1.5,"s":"t","b":true,"n":null}');
	expect(await call('JSON.CLEAR', 'doc', '$.*')).toBe(4);
	expect(await call('JSON.GET', 'doc')).toBe('{"a":[],"o":{},"i":0,"f":0,"s":"t","b":true,"n":null}');
	expect(await call('JSON.CLEAR', 'doc', '$.*')).toBe(0);
});

it('does not count what went with what was around it', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":{"a":[1],"b":2},"c":{"a":5}}');
	expect(await call('JSON.CLEAR', 'doc', '$..a')).toBe(2);
	expect(await call('JSON.GET', 'doc')).toBe('{"a":{},"c":{"a":0}}');
});

it('clears the root by itself, and nothing where a path leads nowhere', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1}');
	expect(await call('JSON.CLEAR', 'doc', '.missing')).toBe(0);
	expect(await call('JSON.CLEAR', 'doc')).toBe(1);
	expect(await call('JSON.GET', 'doc')).toBe('{}');
	await expect(call('JSON.CLEAR', 'none')).rejects.toThrow("key that doesn't exist");
});

it('counts a place as often as the path means it', async () => {
	await call('JSON.SET', 'doc', '$', '[5]');
	expect(await call('JSON.CLEAR', 'doc', '$[0,0]')).toBe(2);
	expect(await call('JSON.GET', 'doc')).toBe('[0]');
});
