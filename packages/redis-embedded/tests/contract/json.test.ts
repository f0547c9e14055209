import { createClient, type RedisClientType } from 'redis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { speaks } from './redis.ts';
import { useRedis } from './use-redis.ts';

const redis = useRedis();
const { call } = redis;
let client: RedisClientType;
beforeAll(async () => {
	client = createClient({ url: redis.url });
	await client.connect();
});
afterAll(async () => void (await client.quit()));

it('speaks with the JSON commands of node-redis', async () => {
	const document = { name: 'blob', price: 5, tags: ['a', 'b'], size: { w: 10, h: 20 } };
	await client.json.set('doc', '$', document);
	expect(await client.json.get('doc')).toEqual(document);
	expect(await client.json.get('doc', { path: ['$.price', '$.size'] })).toEqual({
		'$.price': [5],
		'$.size': [{ w: 10, h: 20 }],
	});
	await client.json.merge('doc', '$', { price: 7, size: { w: null, z: 1 } });
	expect(await client.json.mGet(['doc', 'none'], '$.size')).toEqual([[{ h: 20, z: 1 }], null]);
	expect(await client.json.arrAppend('doc', '$.tags', 'c')).toEqual([3]);
	expect(await client.json.numIncrBy('doc', '$.price', 0.5)).toEqual([7.5]);
	expect(await client.json.del('doc', '$.tags')).toBe(1);
});

const COMMANDS: [command: string, ...words: string[]][] = [
	['JSON.ARRAPPEND', '$.a', '1'],
	['JSON.ARRINSERT', '$.a', '0', '1'],
	['JSON.ARRLEN', '$.a'],
	['JSON.ARRPOP', '$.a'],
	['JSON.ARRTRIM', '$.a', '0', '1'],
	['JSON.CLEAR', '$.a'],
	['JSON.NUMINCRBY', '$.a', '1'],
	['JSON.NUMMULTBY', '$.a', '1'],
	['JSON.OBJKEYS', '$.a'],
	['JSON.STRAPPEND', '$.a', '"s"'],
	['JSON.STRLEN', '$.a'],
	['JSON.TOGGLE', '$.a'],
];

it.each(COMMANDS)('%s asks for a key', async (command, ...words) => {
	await expect(call(command, 'none', ...words)).rejects.toThrow(
		"ERR could not perform this operation on a key that doesn't exist",
	);
	expect(await call('EXISTS', 'none')).toBe(0);
});

it.each<[command: string, ...words: string[]]>([
	...COMMANDS,
	['JSON.ARRINDEX', '$.a', '1'],
	['JSON.DEL', '$.a'],
	['JSON.GET', '$.a'],
	...((await speaks('JSON.MERGE')) ? [['JSON.MERGE', '$.a', '1'] satisfies [string, ...string[]]] : []),
	['JSON.OBJLEN', '$.a'],
	['JSON.SET', '$', '1'],
	['JSON.TYPE', '$.a'],
])('%s refuses what is no document', async (command, ...words) => {
	await call('SET', 'plain', '1');
	await expect(call(command, 'plain', ...words)).rejects.toThrow('Existing key has wrong Redis type');
	expect(await call('GET', 'plain')).toBe('1');
});

it('refuses plain commands on documents', async () => {
	await call('JSON.SET', 'doc', '$', '1');
	await expect(call('GET', 'doc')).rejects.toThrow('WRONGTYPE');
	expect(await call('TYPE', 'doc')).toBe('ReJSON-RL');
});

it('finds numbers however they are written', async () => {
	await call(
		'FT.CREATE',
		'numbers',
		'ON',
		'JSON',
		'PREFIX',
		'1',
		'n:',
		'SCHEMA',
		'$.n',
		'AS',
		'n',
		'NUMERIC',
	);
	await call('JSON.SET', 'n:1', '$', '{"n":10.0}');
	await call('JSON.SET', 'n:2', '$', '{"n":[1e1,2.0]}');
	await call('JSON.SET', 'n:3', '$', '{"n":9}');
	expect(await call('FT.SEARCH', 'numbers', '@n:[10 10]', 'NOCONTENT')).toEqual([2, 'n:1', 'n:2']);
	expect(await call('FT.SEARCH', 'numbers', '@n:[2 9]', 'NOCONTENT')).toEqual([2, 'n:2', 'n:3']);
	await call('FT.DROPINDEX', 'numbers');
});
