import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('counts the properties of each object', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":{"x":1,"y":2},"b":{},"c":[1]}');
	expect(await call('JSON.OBJLEN', 'doc', '$.*')).toEqual([2, 0, null]);
	expect(await call('JSON.OBJLEN', 'doc')).toBe(3);
	expect(await call('JSON.OBJLEN', 'doc', '.a')).toBe(2);
});

it('answers null where a legacy path is none, or it or its key is missing', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":true}');
	expect(await call('JSON.OBJLEN', 'doc', '.missing')).toBeNull();
	expect(await call('JSON.OBJLEN', 'doc', 'no path')).toBeNull();
	expect(await call('JSON.OBJLEN', 'none')).toBeNull();
	await expect(call('JSON.OBJLEN', 'none', '$.a')).rejects.toThrow("Path '$.a' does not exist");
	await expect(call('JSON.OBJLEN', 'doc', '.a')).rejects.toThrow('expected object but found boolean');
});
