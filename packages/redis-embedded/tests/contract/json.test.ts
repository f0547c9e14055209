import { createClient, type RedisClientType } from 'redis';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startContractRedis } from './redis.ts';

let server: Awaited<ReturnType<typeof startContractRedis>>;
let client: RedisClientType;
const call = (...words: string[]) => client.sendCommand(words);
beforeAll(async () => {
	server = await startContractRedis();
	client = createClient({ url: server.url });
	await client.connect();
});
afterAll(async () => {
	await client.quit();
	await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
	await call('FLUSHALL');
	await client.json.set('doc', '$', {
		name: 'blob',
		price: 5,
		tags: ['a', 'b'],
		size: { w: 10, h: 20 },
		on: true,
	});
});

it('reads by paths old and new, one or several', async () => {
	expect(await call('JSON.GET', 'doc', '$.price')).toBe('[5]');
	expect(await call('JSON.GET', 'doc', '.price')).toBe('5');
	expect(await call('JSON.GET', 'doc', '$..w')).toBe('[10]');
	expect(await call('JSON.GET', 'doc', '$.missing')).toBe('[]');
	await expect(call('JSON.GET', 'doc', '.missing')).rejects.toThrow('does not exist');
	expect(JSON.parse((await call('JSON.GET', 'doc', '$.price', '$.on')) as string)).toEqual({
		'$.price': [5],
		'$.on': [true],
	});
	expect(await call('JSON.GET', 'nothing', '$')).toBeNull();
	expect(await client.json.mGet(['doc', 'nothing'], '$.name')).toEqual([['blob'], null]);
});

it('writes at the root, at what is there and what is not', async () => {
	await expect(call('JSON.SET', 'new', '$.a', '1')).rejects.toThrow(
		'new objects must be created at the root',
	);
	expect(await call('JSON.SET', 'doc', '$', '1', 'NX')).toBeNull();
	expect(await call('JSON.SET', 'new', '$', '1', 'XX')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$.size.d', '30')).toBe('OK');
	expect(await call('JSON.SET', 'doc', '$.size.*', '0')).toBe('OK');
	expect(await call('JSON.SET', 'doc', '$.size.w', '1', 'NX')).toBeNull();
	expect(await call('JSON.SET', 'doc', '$.no.way', '1')).toBeNull();
	expect(await call('JSON.GET', 'doc', '$.size')).toBe('[{"w":0,"h":0,"d":0}]');
	await expect(call('JSON.SET', 'doc', '$', '{oops')).rejects.toThrow();
});

it('merges as RFC 7396 says', async () => {
	await client.json.merge('doc', '$', { price: 7, on: null, size: { w: null, z: 1 } });
	expect(await client.json.get('doc')).toEqual({
		name: 'blob',
		price: 7,
		tags: ['a', 'b'],
		size: { h: 20, z: 1 },
	});
});

it('counts numbers up, and answers null for what is none', async () => {
	expect(await call('JSON.NUMINCRBY', 'doc', '$.price', '2.5')).toBe('[7.5]');
	expect(await call('JSON.NUMINCRBY', 'doc', '$.size.*', '1')).toBe('[11,21]');
	expect(await call('JSON.NUMINCRBY', 'doc', '$.name', '1')).toBe('[null]');
	expect(await call('JSON.NUMINCRBY', 'doc', '.price', '0.5')).toBe('8.0');
});

it('works on arrays', async () => {
	expect(await call('JSON.ARRAPPEND', 'doc', '$.tags', '"c"', '"d"')).toEqual([4]);
	expect(await call('JSON.ARRINSERT', 'doc', '$.tags', '1', '"x"')).toEqual([5]);
	expect(await call('JSON.ARRINDEX', 'doc', '$.tags', '"c"')).toEqual([3]);
	expect(await call('JSON.ARRINDEX', 'doc', '$.tags', '"none"')).toEqual([-1]);
	expect(await call('JSON.ARRPOP', 'doc', '$.tags', '0')).toEqual(['"a"']);
	expect(await call('JSON.ARRTRIM', 'doc', '$.tags', '1', '2')).toEqual([2]);
	expect(await call('JSON.ARRLEN', 'doc', '$.tags')).toEqual([2]);
	expect(await call('JSON.ARRLEN', 'doc', '$.name')).toEqual([null]);
	expect(await call('JSON.GET', 'doc', '$.tags')).toBe('[["b","c"]]');
});

it('works on objects, strings and booleans', async () => {
	expect(await call('JSON.TYPE', 'doc', '$.*')).toEqual(['string', 'integer', 'array', 'object', 'boolean']);
	expect(await call('JSON.OBJKEYS', 'doc', '$.size')).toEqual([['w', 'h']]);
	expect(await call('JSON.OBJLEN', 'doc', '$')).toEqual([5]);
	expect(await call('JSON.STRLEN', 'doc', '$.name')).toEqual([4]);
	expect(await call('JSON.TOGGLE', 'doc', '$.on')).toEqual([0]);
	expect(await call('JSON.CLEAR', 'doc', '$.size')).toBe(1);
	expect(await call('JSON.DEL', 'doc', '$.tags[0]')).toBe(1);
	expect(await call('JSON.DEL', 'doc', '$.missing')).toBe(0);
	expect(await call('JSON.GET', 'doc')).toBe('{"name":"blob","price":5,"tags":["b"],"size":{},"on":false}');
	expect(await call('JSON.DEL', 'doc')).toBe(1);
	expect(await call('EXISTS', 'doc')).toBe(0);
});

it('prints documents compactly, however they were written', async () => {
	await call('JSON.SET', 'spaced', '$', ' { "a" : [ 1 , 2 ],\n"b": "\\u00e9" } ');
	expect(await call('JSON.GET', 'spaced')).toBe('{"a":[1,2],"b":"é"}');
	expect(await call('JSON.GET', 'spaced', 'INDENT', ' ', 'NEWLINE', '\n', 'SPACE', ' ', '$.a')).toBe(
		'[\n [\n  1,\n  2\n ]\n]',
	);
});

it('refuses documents nested too deeply', async () => {
	await expect(call('JSON.SET', 'deep', '$', '['.repeat(500) + ']'.repeat(500))).rejects.toThrow(
		'recursion limit',
	);
});

it('keeps text outside ASCII, and names like __proto__', async () => {
	await call('JSON.SET', 'odd', '$', '{"é":"✓","__proto__":1}');
	expect(await call('JSON.GET', 'odd', '$["é"]')).toBe('["✓"]');
	expect(await call('JSON.STRLEN', 'odd', '$["é"]')).toEqual([3]);
	await call('JSON.SET', 'odd', '$.__proto__', '2');
	expect(await call('JSON.GET', 'odd', '$.__proto__')).toBe('[2]');
});

it('refuses plain commands on documents and documents on plain keys', async () => {
	await expect(call('GET', 'doc')).rejects.toThrow('WRONGTYPE');
	await call('SET', 'plain', '1');
	await expect(call('JSON.GET', 'plain')).rejects.toThrow('Existing key has wrong Redis type');
	expect(await call('TYPE', 'doc')).toBe('ReJSON-RL');
});
