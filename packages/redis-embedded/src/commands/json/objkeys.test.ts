import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('lists the names of each object in their order', async () => {
	await call('JSON.SET', 'doc', '$', '{"b":{"z":1,"10":2,"é":3},"a":{},"c":[]}');
	expect(await call('JSON.OBJKEYS', 'doc', '$.*')).toEqual([['z', '10', 'é'], [], null]);
	expect(await call('JSON.OBJKEYS', 'doc')).toEqual(['b', 'a', 'c']);
	expect(await call('JSON.OBJKEYS', 'doc', '.b')).toEqual(['z', '10', 'é']);
});

it('answers null where a legacy path is none, or it or its key is missing', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1}');
	expect(await call('JSON.OBJKEYS', 'doc', '.missing')).toBeNull();
	expect(await call('JSON.OBJKEYS', 'doc', 'no path')).toBeNull();
	expect(await call('JSON.OBJKEYS', 'none')).toBeNull();
	expect(await call('JSON.OBJKEYS', 'doc', '$.missing')).toEqual([]);
	await expect(call('JSON.OBJKEYS', 'none', '$')).rejects.toThrow("key that doesn't exist");
	await expect(call('JSON.OBJKEYS', 'doc', '.a')).rejects.toThrow(
		"Path '$.a' does not exist or not an object",
	);
});
