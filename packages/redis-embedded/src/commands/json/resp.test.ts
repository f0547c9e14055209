import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('shows JSON as replies: lists begin with [, objects with {', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1,-19.5,"s",true,null,{"7":[]}]}');
	const list = ['[', 1, '-19.5', 's', 'true', null, ['{', '7', ['[']]];
	expect(await call('JSON.RESP', 'doc')).toEqual(['{', 'a', list]);
	expect(await call('JSON.RESP', 'doc', '$.a')).toEqual([list]);
	expect(await call('JSON.RESP', 'doc', '.a[2]')).toBe('s');
	expect(await call('JSON.RESP', 'doc', '$.missing')).toEqual([]);
	expect(await call('JSON.RESP', 'none', '$')).toBeNull();
	await expect(call('JSON.RESP', 'doc', '.missing')).rejects.toThrow("Path '$.missing' does not exist");
});

it('shows an integer that Redis does not have as a double', async () => {
	await call('JSON.SET', 'doc', '$', '18446744073709551615');
	expect(await call('JSON.RESP', 'doc')).toBe('18446744073709552000');
});
