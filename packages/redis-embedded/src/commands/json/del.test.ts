import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('removes everything at a path, the innermost with what is around it', async () => {
	await call('JSON.SET', 'doc', '$', '[[1],[1,2,3]]');
	expect(await call('JSON.DEL', 'doc', '$..[0]')).toBe(2);
	expect(await call('JSON.GET', 'doc')).toBe('[[2,3]]');
	await call('JSON.SET', 'doc', '$', '{"a":{"a":1},"in":{"a":2,"z":3}}');
	expect(await call('JSON.DEL', 'doc', '$..a')).toBe(2);
	expect(await call('JSON.GET', 'doc')).toBe('{"in":{"z":3}}');
});

it.each(['$[0,2,4]', '$[4,0,2]', '$[::2]', '$[?(@ != "b" && @ != "d")]'])(
	'keeps the other items where several go: %s',
	async (path) => {
		await call('JSON.SET', 'doc', '$', '["a","b","c","d","e"]');
		expect(await call('JSON.DEL', 'doc', path)).toBe(3);
		expect(await call('JSON.GET', 'doc')).toBe('["b","d"]');
	},
);

it('puts the last property where one was removed', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1,"b":2,"c":3,"d":4}');
	expect(await call('JSON.DEL', 'doc', '$.b')).toBe(1);
	expect(await call('JSON.GET', 'doc')).toBe('{"a":1,"d":4,"c":3}');
	expect(await call('JSON.DEL', 'doc', '.c')).toBe(1);
	expect(await call('JSON.GET', 'doc')).toBe('{"a":1,"d":4}');
});

it('removes the key with its root, and keeps an emptied document', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1}');
	expect(await call('JSON.DEL', 'doc', '$.missing')).toBe(0);
	expect(await call('JSON.DEL', 'doc', '.a')).toBe(1);
	expect(await call('JSON.GET', 'doc')).toBe('{}');
	expect(await call('JSON.DEL', 'doc')).toBe(1);
	expect(await call('EXISTS', 'doc')).toBe(0);
	expect(await call('JSON.DEL', 'doc', '$.a')).toBe(0);
});

it('takes as long for each of many properties as for a few', async () => {
	const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]));
	await call('JSON.SET', 'doc', '$', JSON.stringify(many));
	expect(await call('JSON.DEL', 'doc', '$[?(@ > 9)]')).toBe(49_990);
	expect(await call('JSON.OBJLEN', 'doc', '$')).toEqual([10]);
	expect(await call('JSON.GET', 'doc', '$.k0', '$.k9')).toBe('{"$.k0":[0],"$.k9":[9]}');
	await call('JSON.SET', 'doc', '$', JSON.stringify(many));
	const none = Object.fromEntries(
		Object.keys(many).flatMap((name) => [
			[name, null],
			[`n${name}`, 1],
		]),
	);
	await call('JSON.MERGE', 'doc', '$', JSON.stringify(none));
	expect(await call('JSON.OBJLEN', 'doc', '$')).toEqual([50_000]);
});
