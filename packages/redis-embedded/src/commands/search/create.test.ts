import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const find = async (query: string, ...options: string[]) =>
	((await redis.call('FT.SEARCH', 'idx', query, 'NOCONTENT', ...options)) as unknown[]).slice(1);

it('finds what was there before it and what comes after it, under its prefixes', async () => {
	await redis.call('HSET', 'a:1', 't', 'word');
	await redis.call('HSET', 'c:1', 't', 'word');
	await redis.call('SET', 'a:2', 'word');
	await redis.call('FT.CREATE', 'idx', 'PREFIX', '2', 'a:', 'b:', 'SCHEMA', 't', 'TEXT');
	await redis.call('HSET', 'b:1', 't', 'word');
	await expect.poll(async () => (await find('word')).sort()).toEqual(['a:1', 'b:1']);
});

it('leaves what was there alone if told to', async () => {
	await redis.call('HSET', 'a', 't', 'word');
	await redis.call('FT.CREATE', 'idx', 'SKIPINITIALSCAN', 'SCHEMA', 't', 'TEXT');
	await redis.call('HSET', 'b', 't', 'word');
	expect(await find('word')).toEqual(['b']);
});

it('takes lists of texts, tags, numbers and points from JSON', async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'ON', 'JSON', 'SCHEMA', '$.t', 'AS', 't', 'TEXT', '$.g[*]', 'AS', 'g', 'TAG'],
		...['$.n', 'AS', 'n', 'NUMERIC', '$.p', 'AS', 'p', 'GEO'],
	);
	const document = {
		t: ['blue sea', 'red sky'],
		g: ['New York', 'c'],
		n: [1, 5],
		p: ['12.5,41.9', '2.3,48.8'],
	};
	await redis.call('JSON.SET', 'a', '$', JSON.stringify(document));
	await redis.call('JSON.SET', 'b', '$', JSON.stringify({ t: null, g: [], n: 3 }));
	expect(await find('sky')).toEqual(['a']);
	expect(await find('"sea red"')).toEqual([]);
	expect(await find('@g:{new york} @g:{c}')).toEqual(['a']);
	expect(await find('@n:[4 6]')).toEqual(['a']);
	expect(await find('@n:[3 3]')).toEqual(['b']);
	expect(await find('@p:[2.3 48.8 1 km]')).toEqual(['a']);
});

it('leaves out documents with a value of another type, and counts them', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'n', 'NUMERIC', 'p', 'GEO');
	await redis.call('HSET', 'a', 't', 'word', 'n', 'dear');
	await redis.call('HSET', 'b', 't', 'word', 'p', 'nowhere');
	await redis.call('HSET', 'c', 't', 'word', 'n', '1.5', 'p', '1,2');
	expect(await find('word')).toEqual(['c']);
	const info = (await redis.call('FT.INFO', 'idx')) as unknown[];
	expect(Number(info[info.indexOf('hash_indexing_failures') + 1])).toBe(2);
});

it('takes neither lists in lists nor truth among several tags', async () => {
	await redis.call(
		'FT.CREATE',
		'idx',
		'ON',
		'JSON',
		'SCHEMA',
		'$.g',
		'AS',
		'g',
		'TAG',
		'$.l[*]',
		'AS',
		'l',
		'TEXT',
	);
	await redis.call('JSON.SET', 'a', '$', '{"g":true,"l":["x"]}');
	await redis.call('JSON.SET', 'b', '$', '{"g":["x",true]}');
	await redis.call('JSON.SET', 'c', '$', '{"l":[["x"],["y"]]}');
	await redis.call('JSON.SET', 'd', '$', '{"l":[["x"]]}');
	expect(await find('*')).toEqual(['a', 'd']);
	expect(await find('@g:{true}')).toEqual(['a']);
	expect(await find('@l:x')).toEqual(['a', 'd']);
});

it('makes words of a text at spaces and punctuation, unless a backslash stands before it, but not at line breaks', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	await redis.call('HSET', 'a', 't', 'one\ttwo,three four\\-five\\six');
	await redis.call('HSET', 'b', 't', 'one\ntwo\u00a0three \\_four\\\\five\\');
	for (const word of ['one', 'two', 'three', 'four\\-fivesix']) expect(await find(word)).toEqual(['a']);
	for (const word of ['onetwo\u00a0three', '_four\\\\five']) expect(await find(word)).toEqual(['b']);
});

it('finds by empty texts and tags in the fields that keep them, and refuses to in others', async () => {
	await redis.call(
		...[
			'FT.CREATE',
			'idx',
			'SCHEMA',
			't',
			'TEXT',
			'INDEXEMPTY',
			'g',
			'TAG',
			'INDEXEMPTY',
			'u',
			'TEXT',
			'h',
			'TAG',
		],
	);
	await redis.call('HSET', 'a', 't', '', 'g', 'x, ', 'u', '', 'h', '');
	await redis.call('HSET', 'b', 't', 'word', 'g', 'x');
	for (const query of ['""', "@t:''", '@t|u:(word | "") -word', '@g:{""}', "@g:{''}", '-@g:{x} | @t:""'])
		expect(await find(query, 'DIALECT', '2')).toEqual(['a']);
	expect(await find('@g:""', 'DIALECT', '2')).toEqual([]);
	for (const query of ['@u:""', '@h:{""}'])
		await expect(find(query, 'DIALECT', '2')).rejects.toThrow('Use `INDEXEMPTY` in field creation');
});

it('splits tags at the separator, trims them, and minds their case if told to', async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'SCHEMA', 'a', 'TAG', 'b', 'TAG', 'SEPARATOR', ';', 'CASESENSITIVE'],
	);
	await redis.call('HSET', 'x', 'a', ' Foo , bar baz', 'b', 'Foo; Bar,Baz');
	expect(await find('@a:{foo} @a:{BAR BAZ}')).toEqual(['x']);
	expect(await find('@b:{Foo} @b:{Bar\\,Baz}')).toEqual(['x']);
	expect(await find('@b:{foo}')).toEqual([]);
});

it('stems in its language, except where it is told not to', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 'a', 'TEXT', 'b', 'TEXT', 'NOSTEM');
	await redis.call('HSET', 'x', 'a', 'kitties', 'b', 'puppies');
	expect(await find('kitty')).toEqual(['x']);
	expect(await find('\\+kitti', 'VERBATIM')).toEqual(['x']);
	expect(await find('@b:puppy')).toEqual([]);
	expect(await find('@b:puppies')).toEqual(['x']);
	await redis.call('HSET', 'z', 'b', 'fox');
	expect(await find('foxes')).toEqual(['z']);
	expect(await find('@b:foxes')).toEqual([]);
	// Words of three letters stand for themselves alone.
	await redis.call('HSET', 'short', 'a', 'fry');
	await redis.call('HSET', 'long', 'a', 'fries');
	expect(await find('fried')).toEqual(['long']);
	// A word that is not stemmed where it stands does not lose its stem with the last one that is.
	await redis.call('HSET', 'v', 'a', 'running');
	await redis.call('HSET', 'w', 'b', 'runs');
	await redis.call('DEL', 'v');
	await redis.call('HSET', 'u', 'a', 'runs');
	expect(await find('running')).toEqual(['u']);
	await redis.call('FT.CREATE', 'de', 'LANGUAGE', 'german', 'SCHEMA', 'a', 'TEXT');
	await redis.call('HSET', 'y', 'a', 'Häuser');
	expect(await redis.call('FT.SEARCH', 'de', 'Häusern', 'NOCONTENT')).toEqual([1, 'y']);
	await redis.call('FT.CREATE', 'hi', 'LANGUAGE', 'hindi', 'SCHEMA', 'h', 'TEXT');
	await redis.call('HSET', 'hi', 'h', 'नमस्ते');
	expect(await redis.call('FT.SEARCH', 'hi', 'नमस्ते', 'NOCONTENT')).toEqual([1, 'hi']);
});

it('passes over stop words, its own ones or none', async () => {
	await redis.call('HSET', 'x', 't', 'to be or not to be');
	await redis.call('HSET', 'y', 't', 'hello world');
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	await redis.call('FT.CREATE', 'own', 'STOPWORDS', '2', 'hello', 'world', 'SCHEMA', 't', 'TEXT');
	await redis.call('FT.CREATE', 'none', 'STOPWORDS', '0', 'SCHEMA', 't', 'TEXT');
	const count = async (index: string, query: string) =>
		((await redis.call('FT.SEARCH', index, query, 'LIMIT', '0', '0')) as unknown[])[0];
	await expect.poll(() => count('none', 'to be or not')).toBe(1);
	expect(await count('idx', 'to be or not')).toBe(0);
	expect(await count('idx', 'hello the world')).toBe(1);
	expect(await count('idx', 'hello the world')).toBe(1);
	expect(await count('own', 'hello')).toBe(0);
	expect(await count('own', 'to be')).toBe(1);
});

it('scores documents as they say themselves, and indexes only those that pass its filter', async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'FILTER', '@n > 1', 'SCORE_FIELD', 's', 'SCHEMA', 't', 'TEXT', 'n', 'NUMERIC'],
	);
	await redis.call('HSET', 'a', 't', 'word', 'n', '1', 's', '1');
	await redis.call('HSET', 'b', 't', 'word', 'n', '2', 's', '0.25');
	await redis.call('HSET', 'c', 't', 'word', 'n', '3', 's', '0.5');
	expect(
		await redis.call('FT.SEARCH', 'idx', 'word', 'NOCONTENT', 'WITHSCORES', 'SCORER', 'DOCSCORE'),
	).toEqual([...[2, 'c', '0.5', 'b', '0.25']]);
	expect(await find('-other', 'SCORER', 'DOCSCORE')).toEqual(['c', 'b']);
});

it('hands out what goes with documents, but not where they say so', async () => {
	await redis.call(
		...[
			'FT.CREATE',
			'idx',
			'SCORE_FIELD',
			's',
			'LANGUAGE_FIELD',
			'l',
			'PAYLOAD_FIELD',
			'p',
			'SCHEMA',
			't',
			'TEXT',
		],
	);
	await redis.call('HSET', 'x', 't', 'word', 's', '0.5', 'l', 'english', 'p', 'stuff');
	await redis.call('HSET', 'y', 't', 'other');
	const search = (...words: string[]) => redis.call('FT.SEARCH', 'idx', ...words);
	expect(await search('word', 'WITHPAYLOADS')).toEqual([1, 'x', 'stuff', ['t', 'word']]);
	expect(await search('other', 'WITHPAYLOADS')).toEqual([1, 'y', null, ['t', 'other']]);
	expect(await search('word', 'RETURN', '3', 's', 'l', 'p')).toEqual([1, 'x', []]);
	expect(await redis.call('FT.AGGREGATE', 'idx', 'word', 'LOAD', '2', '@t', '@s')).toEqual([
		1,
		['t', 'word'],
	]);
	const info = (await redis.call('FT.INFO', 'idx')) as unknown[];
	expect(info[info.indexOf('index_definition') + 1]).toEqual(
		expect.arrayContaining(['language_field', 'l', 'score_field', 's', 'payload_field', 'p']),
	);
});

it('filters by keys, and takes nothing that its filter cannot be computed for', async () => {
	for (const [key, n] of Object.entries({ 'a:1': '3', 'a:2': '1', 'b:1': '3', 'a:3': 'three' }))
		await redis.call('HSET', key, 'n', n);
	await redis.call('HSET', 'a:4', 'm', '3');
	await redis.call('FT.CREATE', 'idx', 'FILTER', "startswith(@__key, 'a:') && @n > 2", 'SCHEMA', 'n', 'TEXT');
	await expect.poll(() => find('*')).toEqual(['a:1']);
	await redis.call('FT.CREATE', 'either', 'FILTER', '@x == 5 || @m == 3', 'SCHEMA', 'n', 'TEXT');
	await expect.poll(() => redis.call('FT.SEARCH', 'either', '*', 'NOCONTENT')).toEqual([1, 'a:4']);
	await redis.call('FT.CREATE', 'wide', 'FILTER', '@größe > 1', 'SCHEMA', 'größe', 'NUMERIC');
	await redis.call('HSET', 'b:2', 'größe', '5');
	await expect.poll(() => redis.call('FT.SEARCH', 'wide', '*', 'NOCONTENT')).toEqual([1, 'b:2']);
});

it('indexes every key where no prefix is listed, and lets the first dot of a path be left out', async () => {
	await redis.call('FT.CREATE', 'idx', 'ON', 'JSON', 'PREFIX', '0', 'SCHEMA', '$t', 'AS', 't', 'TAG');
	await redis.call('JSON.SET', 'x', '$', '{"t":"blob"}');
	expect(await find('@t:{blob}')).toEqual(['x']);
});

it('takes a hash only if Redis can read its numbers', async () => {
	const numbers = [' 3', '3 ', '', 'nan', '1e999', '0b1', '0x10', '.5', '+5', '-inf'];
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 'n', 'NUMERIC');
	for (const [i, n] of numbers.entries()) await redis.call('HSET', `${i}`, 'n', n);
	expect(await find('*', 'SORTBY', 'n')).toEqual(['9', '7', '8', '6']);
});

it('sorts by texts and tags in lower case, unless told otherwise', async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'SORTABLE', 'u', 'TEXT', 'SORTABLE', 'UNF'],
		...['g', 'TAG', 'SORTABLE', 'c', 'TAG', 'CASESENSITIVE', 'SORTABLE'],
	);
	await redis.call('HSET', 'x', 't', 'Maße', 'u', 'Foo', 'g', 'Foo', 'c', 'Foo');
	expect(await redis.call('FT.AGGREGATE', 'idx', '*', 'GROUPBY', '4', '@t', '@u', '@g', '@c')).toEqual([
		...[1, ['t', 'masse', 'u', 'Foo', 'g', 'foo', 'c', 'Foo']],
	]);
});

it('finds words by their ends only in the fields that keep them, where there are any', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'WITHSUFFIXTRIE', 'u', 'TEXT');
	await redis.call('HSET', 'x', 't', 'colorlessness', 'u', 'doctorless');
	await redis.call('HSET', 'y', 't', 'floorless');
	expect(await find('*less')).toEqual(['y']);
	expect((await find('*less*')).sort()).toEqual(['x', 'y']);
	expect(await find('@t:*orl*')).toEqual(['x', 'y']);
	expect(await find("w'*torless'", 'DIALECT', '2')).toEqual([]);
	expect(await find('@u:doc*')).toEqual(['x']);
	await expect(find('@u:*less')).rejects.toThrow('Contains query on fields without WITHSUFFIXTRIE support');
});

it('does not know in which field or where words stand, if told not to', async () => {
	await redis.call('FT.CREATE', 'idx', 'NOFIELDS', 'SCHEMA', 't', 'TEXT', 'u', 'TEXT');
	await redis.call('FT.CREATE', 'bag', 'NOOFFSETS', 'SCHEMA', 't', 'TEXT', 'u', 'TEXT');
	await redis.call('HSET', 'x', 't', 'hello big world');
	expect(await find('@u:hello')).toEqual(['x']);
	expect(await find('"hello world"')).toEqual([]);
	expect(await redis.call('FT.SEARCH', 'bag', '"world hello"', 'NOCONTENT')).toEqual([1, 'x']);
	expect(await redis.call('FT.SEARCH', 'bag', '@u:hello', 'NOCONTENT')).toEqual([0]);
});

it.each([
	[['idx', 'SCHEMA'], "wrong number of arguments for 'FT.CREATE' command"],
	[['idx', 'ON', 'HASH', 'PREFIX'], 'Bad arguments for PREFIX'],
	[['idx', 'x', 'y', 'z'], 'Unknown argument `x`'],
	[['idx', 'ON', 'LIST', 'SCHEMA', 'a', 'TEXT'], 'Invalid rule type: LIST'],
	[['idx', 'ON', 'HASH', 'SCHEMA'], 'Fields arguments are missing'],
	[['idx', 'LANGUAGE', 'klingon', 'SCHEMA', 'a', 'TEXT'], 'Invalid language'],
	[['idx', 'SCORE', '2', 'SCHEMA', 'a', 'TEXT'], 'Invalid score'],
	[
		['idx', 'SCHEMA', ...Array.from({ length: 1025 }, (_, i) => [`${i}`, 'NUMERIC']).flat()],
		'Schema is limited to 1024 fields',
	],
	[['idx', 'SCHEMA', 'a', 'AS', 'b', 'FOO'], 'Invalid field type for field `b`'],
	[['idx', 'SCHEMA', 'a', 'NUMERIC', 'WITHSUFFIXTRIE'], 'Field `WITHSUFFIXTRIE` does not have a type'],
	[
		['idx', 'SCHEMA', 'a', 'TAG', 'SORTABLE', 'WITHSUFFIXTRIE'],
		'Field `WITHSUFFIXTRIE` does not have a type',
	],
	[
		['idx', 'TEMPORARY', 'x', 'SCHEMA', 'a', 'TEXT'],
		'Bad arguments for TEMPORARY: Could not convert argument',
	],
	[['idx', 'SCHEMA', 'a', 'TEXT', 'WEIGHT'], 'Bad arguments for weight: Could not convert argument'],
	[
		['idx', 'SCHEMA', 'a', 'TAG', 'INDEXMISSING', 'NOINDEX'],
		'cannot be defined with both `NOINDEX` and `INDEXMISSING`',
	],
	[['idx', 'SCHEMA', 'a', 'TEXT', 'SORTABLE', 'NOSTEM'], 'Field `NOSTEM` does not have a type'],
	[['idx', 'SCHEMA', 'a', 'TEXT', 'b'], 'Field `b` does not have a type'],
	[['idx', 'SCHEMA', 'a', 'AS', 'b'], 'Field `b` does not have a type'],
	[['idx', 'SCHEMA', 'a', 'TEXT', 'a', 'TAG'], 'Duplicate field in schema - a'],
	[['idx', 'SCHEMA', 'a', 'TAG', 'SEPARATOR', 'ab'], 'Tag separator must be a single character. Got `ab`'],
])('refuses %.40j', async (words, message) => {
	await expect(redis.call('FT.CREATE', ...words)).rejects.toThrow(message);
});

it('refuses a name that is taken, and an index outlives its documents but not FLUSHALL', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	await expect(redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT')).rejects.toThrow('Index already exists');
	await redis.call('FLUSHALL');
	await expect(redis.call('FT.SEARCH', 'idx', '*')).rejects.toThrow('no such index');
});
