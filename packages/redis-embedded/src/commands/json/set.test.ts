import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('creates a document at its root alone', async () => {
	await expect(call('JSON.SET', 'doc', '$.a', '1')).rejects.toThrow(
		'ERR new objects must be created at the root',
	);
	expect(await call('JSON.SET', 'doc', '$', '1', 'XX')).toBeNull();
	expect(await call('JSON.SET', 'doc', '.', '1', 'nx')).toBe('OK');
	expect(await call('JSON.SET', 'doc', '$', '2', 'NX')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$', '{"a":3}', 'XX')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('{"a":3}');
});

it('keeps the time to live', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1}');
	await call('EXPIRE', 'doc', 100);
	await call('JSON.SET', 'doc', '$', '{"a":2}');
	await call('JSON.SET', 'doc', '$.a', '3');
	expect(await call('TTL', 'doc')).toBeGreaterThan(90);
});

it('sets everything at a path', async () => {
	await call('JSON.SET', 'doc', '$', '{"a":1,"in":{"a":[2],"b":3}}');
	expect(await call('JSON.SET', 'doc', '$..a', '{"x":1.0}')).toBe('OK');
	expect(await call('JSON.SET', 'doc', '$.in.a.x', '0')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('{"a":{"x":1.0},"in":{"a":{"x":0},"b":3}}');
});

it('leaves out what an outer place took away', async () => {
	await call('JSON.SET', 'doc', '$', '[{"a":1}]');
	expect(await call('JSON.SET', 'doc', '$..*', '[0]')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('[[0]]');
});

it('adds a property at the end of an object that is there', async () => {
	await call('JSON.SET', 'doc', '$', '{"b":{},"l":[]}');
	expect(await call('JSON.SET', 'doc', '$.b.2', '1')).toBe('OK');
	expect(await call('JSON.SET', 'doc', "$.b['1']", '2')).toBe('OK');
	expect(await call('JSON.SET', 'doc', '$.b.__proto__', '{"x":3}', 'NX')).toBe('OK');
	expect(await call('JSON.SET', 'doc', 'a', '4')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('{"b":{"2":1,"1":2,"__proto__":{"x":3}},"l":[],"a":4}');
	expect(await call('JSON.SET', 'doc', '$.no.way', '1')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$.l.x', '1')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$.c', '1', 'XX')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$.a', '1', 'NX')).toBeNull();
});

it('adds neither items nor at paths that mean several', async () => {
	await call('JSON.SET', 'doc', '$', '{"l":[1]}');
	await expect(call('JSON.SET', 'doc', '$.l[1]', '2')).rejects.toThrow('array index out of range');
	expect(await call('JSON.SET', 'doc', '$.l[0]', '2', 'NX')).toBeNull();
	await expect(call('JSON.SET', 'doc', '$..x', '2')).rejects.toThrow('wrong static path');
	await expect(call('JSON.SET', 'doc', '$.*', '2', 'NX')).rejects.toThrow('wrong static path');
	await expect(call('JSON.SET', 'doc', '$.l', '2', 'XY')).rejects.toThrow('ERR syntax error');
	await expect(call('JSON.SET', 'doc', '$.l', '2', 'NX', 'XX')).rejects.toThrow('ERR syntax error');
});

it.each([
	['', 'EOF while parsing a value at line 1 column 0'],
	['{', 'EOF while parsing an object at line 1 column 1'],
	['[1', 'EOF while parsing a list at line 1 column 2'],
	['"a', 'EOF while parsing a string at line 1 column 2'],
	['nope', 'expected ident at line 1 column 2'],
	['x', 'expected value at line 1 column 1'],
	['{a:1}', 'key must be a string at line 1 column 2'],
	['{"a" 1}', 'expected `:` at line 1 column 6'],
	['[1\n 2]', 'expected `,` or `]` at line 2 column 2'],
	['{"a":1 "b"}', 'expected `,` or `}` at line 1 column 8'],
	['[1,]', 'trailing comma at line 1 column 4'],
	['[01]', 'invalid number at line 1 column 3'],
	['"\\x"', 'invalid escape at line 1 column 3'],
	['"\\udc00"', 'lone leading surrogate in hex escape at line 1 column 7'],
	['"a\nb"', 'control character (\\u0000-\\u001F) found while parsing a string at line 2 column 0'],
	['1e400', 'number out of range at line 1 column 5'],
])('says what is wrong with %j', async (text, message) => {
	await expect(call('JSON.SET', 'doc', '$', text)).rejects.toThrow(message);
	expect(await call('EXISTS', 'doc')).toBe(0);
});

it('takes 127 levels and not one more, and any number in several steps', async () => {
	const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
	expect(await call('JSON.SET', 'doc', '$', nested(127))).toBe('OK');
	await expect(call('JSON.SET', 'doc', '$', nested(128))).rejects.toThrow('recursion limit exceeded');
	expect(await call('JSON.SET', 'doc', `$${'[0]'.repeat(126)}`, nested(127))).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe(nested(253));
});

it('puts a value into what lies outermost, and not into the value itself', async () => {
	await call('JSON.SET', 'doc', '$', '{"c":{"c":1},"x":{"c":2}}');
	expect(await call('JSON.SET', 'doc', '$..c', '{"c":9}')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('{"c":{"c":9},"x":{"c":{"c":9}}}');
	await call('JSON.SET', 'doc', '$', '[[1,2],3]');
	expect(await call('JSON.SET', 'doc', '$..*', '[2]')).toBe('OK');
	expect(await call('JSON.GET', 'doc')).toBe('[[2],[2]]');
});
