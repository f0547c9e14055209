import { describe, expect, it } from 'vitest';
import { speaks } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

describe.runIf(await speaks('JSON.MERGE'))('JSON.MERGE, of RedisJSON 2.6 and later', () => {
	it('merges objects, removes with null, and replaces all else', async () => {
		await call('JSON.SET', 'doc', '$', '{"a":1,"b":{"x":1,"y":[1]},"c":3}');
		expect(
			await call('JSON.MERGE', 'doc', '$', '{"a":null,"b":{"y":2.0,"z":null,"w":{"n":null}},"d":[null]}'),
		).toBe('OK');
		expect(await call('JSON.GET', 'doc')).toBe('{"c":3,"b":{"x":1,"y":2.0,"w":{}},"d":[null]}');
		expect(await call('JSON.MERGE', 'doc', '$', '[1]')).toBe('OK');
		expect(await call('JSON.GET', 'doc')).toBe('[1]');
	});

	it('merges at every place of a path, inner ones too', async () => {
		await call('JSON.SET', 'doc', '$', '{"a":{"b":{"b":1}},"c":{"b":{"x":2}}}');
		expect(await call('JSON.MERGE', 'doc', '$..b', '{"f":3}')).toBe('OK');
		expect(await call('JSON.GET', 'doc')).toBe('{"a":{"b":{"b":{"f":3},"f":3}},"c":{"b":{"x":2,"f":3}}}');
	});

	it('adds what is not there as it is', async () => {
		expect(await call('JSON.MERGE', 'doc', '$', '{"a":null}')).toBe('OK');
		expect(await call('JSON.MERGE', 'doc', '$.b', '{"c":null}')).toBe('OK');
		expect(await call('JSON.GET', 'doc')).toBe('{"a":null,"b":{"c":null}}');
		await expect(call('JSON.MERGE', 'none', '$.a', '1')).rejects.toThrow(
			'new objects must be created at the root',
		);
		await expect(call('JSON.MERGE', 'doc', '$..x', '1')).rejects.toThrow('wrong static path');
		await expect(call('JSON.MERGE', 'doc', '$', '{"a" 1}')).rejects.toThrow(
			'expected `:` at line 1 column 6',
		);
	});

	it('finds no properties that a document does not have', async () => {
		await call('JSON.SET', 'doc', '$', '{"a":1}');
		await call('JSON.MERGE', 'doc', '$', '{"toString":{"x":1},"constructor":null,"__proto__":{"y":2}}');
		expect(await call('JSON.GET', 'doc')).toBe('{"a":1,"toString":{"x":1},"__proto__":{"y":2}}');
	});
});
