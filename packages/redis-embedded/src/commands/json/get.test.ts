import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers a $ path with all values, a legacy path with the first', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1,"in":{"a":[2]},"$x":3}');
	expect(await call('JSON.GET', 'doc', '$..a')).toBe('[1,[2]]');
	expect(await call('JSON.GET', 'doc', '..a')).toBe('1');
	expect(await call('JSON.GET', 'doc', 'in.a[0]')).toBe('2');
	expect(await call('JSON.GET', 'doc', '$.missing')).toBe('[]');
	await expect(call('JSON.GET', 'doc', '.missing')).rejects.toThrow("ERR Path '$.missing' does not exist");
	expect(await call('JSON.GET', 'none', '.a')).toBeNull();
});

it('answers several paths with what each means, as lists unless all are legacy', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1,"b":2}');
	const get = async (...paths: string[]) => JSON.parse((await call('JSON.GET', 'doc', ...paths)) as string);
	expect(await get('$.a', '$.b', '$.c')).toEqual({ '$.a': [1], '$.b': [2], '$.c': [] });
	expect(await get('.a', '$.b')).toEqual({ '.a': [1], '$.b': [2] });
	expect(await get('.a', 'b')).toEqual({ '.a': 1, b: 2 });
	expect(await get('$.a', '$...b')).toEqual({ '$.a': [1] });
	await expect(call('JSON.GET', 'doc', '.a', '.c')).rejects.toThrow("ERR Path '.c' does not exist");
});

it('lays out what it prints', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":[1,{}],"b":{"c":[]}}');
	expect(await call('JSON.GET', 'doc', 'INDENT', '\t', 'NEWLINE', '\n', 'space', ' ')).toBe(
		'{\n\t"a": [\n\t\t1,\n\t\t{}\n\t],\n\t"b": {\n\t\t"c": []\n\t}\n}',
	);
	expect(await call('JSON.GET', 'doc', 'INDENT', '-', '$.b')).toBe('[-{--"c":[]-}]');
	expect(await call('JSON.GET', 'doc', 'NOESCAPE', 'SPACE', '_', '.b')).toBe('{"c":_[]}');
	await expect(call('JSON.GET', 'doc', 'INDENT')).rejects.toThrow('wrong number of arguments');
});

it.each([
	['1.0', '1.0'],
	['[1e2,1E100,1.50,0.1e-6]', '[100.0,1e100,1.5,1e-7]'],
	['[0.00001,0.0000012]', '[0.00001,1.2e-6]'],
	['[123456789012345680.0,1234567890123456.0]', '[1.2345678901234568e17,1234567890123456.0]'],
	['[9007199254740993,-9223372036854775808]', '[9007199254740993,-9223372036854775808]'],
	['[18446744073709551615,18446744073709551616]', '[18446744073709551615,1.8446744073709552e19]'],
	['[-0,0,-0.0]', '[-0.0,0,-0.0]'],
	['{"b":1,"2":2,"1":[{"10":3}]}', '{"b":1,"2":2,"1":[{"10":3}]}'],
	['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
	['"\\u00e9\\u000a\\/\\u001f\\ud83d\\ude00"', '"é\\n/\\u001f😀"'],
])('prints %s as it was meant', async (written, printed) => {
	await call('JSON.SET', 'doc', '$', written);
	expect(await call('JSON.GET', 'doc')).toBe(printed);
	expect(await call('JSON.GET', 'doc', '$')).toBe(`[${printed}]`);
});

it.each([
	['$.list[-1]', '[5]'],
	['$.list[1:3]', '[2,"three"]'],
	['$.list[:-3]', '[1,2]'],
	['$.list[-2:]', '[4.5,5]'],
	['$.list[::2]', '[1,"three",5]'],
	['$.list[0, 4]', '[1,5]'],
	['$.list[9]', '[]'],
	['$.list[?(@ > 2)]', '[4.5,5]'],
	['$.list[?(@ != 2 && (@ < 2 || @ == "three"))]', '[1,"three"]'],
	['$.list[?(@ =~ "^th.*e$")]', '["three"]'],
	['$.books[?(@.price <= $.limit)].title', '["A"]'],
	['$.books[?(@.isbn)].title', '["B"]'],
	['$.books[?@.sold == true].title', '["B"]'],
	['$.books[?(@.isbn == null)].title', '["B"]'],
	['$.books[?(@.tags[0] == "x")]["title","price"]', '["A",8.0]'],
	["$['odd \\'name\\'']", '[1]'],
	['$["odd \'name\'"]', '[1]'],
	['$["é"]', '[2]'],
	['$["  é"]', '[2]'],
	['$.12', '["number"]'],
	['$.toString', '[]'],
	['$..price', '[8.0,12]'],
	['$.books.*.title', '["A","B"]'],
	['$.books..tags..*', '["x"]'],
])('understands %s', async (path, found) => {
	await call(
		...['JSON.SET', 'doc', '$'],
		'{"list":[1,2,"three",4.5,5],"limit":10,"books":[{"title":"A","price":8.0,"tags":["x"]},' +
			'{"title":"B","price":12,"isbn":null,"sold":true}],"odd \'name\'":1,"é":2,"12":"number"}',
	);
	expect(await call('JSON.GET', 'doc', path)).toBe(found);
});

it.each(['$.', '$[', '$.a[', '$.a[?(@.b]', '$.list[1:2:0]', '.a\n.b', '.é'])('refuses %s', async (path) => {
	await call('JSON.SET', 'doc', '$', '{}');
	await expect(call('JSON.GET', 'doc', path)).rejects.toThrow('Error occurred on position');
});

it('says in UTF-8 where a path leads nowhere, and counts bytes', async () => {
	await call('JSON.SET', 'doc', '$', '{}');
	await expect(call('JSON.GET', 'doc', '.["∪"]')).rejects.toThrow(`ERR Path '$.["∪"]' does not exist`);
	await expect(call('JSON.GET', 'doc', '$["∪"].é')).rejects.toThrow('position 9, "$["∪"]. ---->>>> é"');
});
