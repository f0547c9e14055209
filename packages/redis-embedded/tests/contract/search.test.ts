import { createClient, type RedisClientType } from 'redis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRaw, startContractRedis } from './redis.ts';

let server: Awaited<ReturnType<typeof startContractRedis>>;
let client: RedisClientType;
const call = (...words: string[]) => client.sendCommand(words);
/** The keys that a query finds, without their prefix. */
const find = async (query: string, ...options: string[]) => {
	const [, ...keys] = (await call('FT.SEARCH', 'art', query, 'NOCONTENT', ...options)) as [
		number,
		...string[],
	];
	return keys.map((key) => key.slice('art:'.length));
};
const sorted = async (query: string, ...options: string[]) => (await find(query, ...options)).sort();

beforeAll(async () => {
	server = await startContractRedis();
	client = createClient({ url: server.url });
	await client.connect();
	await call(
		...[
			'FT.CREATE',
			'art',
			'ON',
			'JSON',
			'PREFIX',
			'1',
			'art:',
			'SCHEMA',
			'$.name',
			'AS',
			'name',
			'TEXT',
			'WEIGHT',
			'5',
		],
		...[
			'$.text',
			'AS',
			'text',
			'TEXT',
			'$.tags[*]',
			'AS',
			'tags',
			'TAG',
			'$.kind',
			'AS',
			'kind',
			'TAG',
			'SORTABLE',
		],
		...['$.price', 'AS', 'price', 'NUMERIC', 'SORTABLE', '$.code', 'AS', 'code', 'TAG', 'CASESENSITIVE'],
	);
	const add = (id: string, document: object) => client.json.set(`art:${id}`, '$', document as never);
	await add('1', {
		name: 'Blue Wave',
		text: 'a quiet sea',
		tags: ['sea', 'blue sky'],
		kind: 'print',
		price: 100,
		code: 'Ab',
	});
	await add('2', {
		name: 'Red Dune',
		text: 'waves of sand, blue hour',
		tags: ['sand'],
		kind: 'print',
		price: 250,
		code: 'aB',
	});
	await add('3', { name: 'Green Hill', text: 'a hill', tags: ['hill', 'c-d'], kind: 'photo', price: 50 });
	await add('4', { name: 'Hills and waving grass', text: 'wind', tags: [], kind: 'photo', price: 300.5 });
});
afterAll(async () => {
	await client.quit();
	await server[Symbol.asyncDispose]();
});

it('finds words in all text fields, by their stems', async () => {
	expect(await sorted('waves')).toEqual(['1', '2', '4']);
	expect(await sorted('waves', 'VERBATIM')).toEqual(['2']);
	expect(await sorted('@name:waves')).toEqual(['1', '4']);
	expect(await sorted('BLUE')).toEqual(['1', '2']);
});

it('joins, unites, excludes and groups', async () => {
	expect(await sorted('blue -@name:red', 'DIALECT', '2')).toEqual(['1']);
	expect(await sorted('(hill|dune) @kind:{photo}')).toEqual(['3', '4']);
	expect(await sorted('blue wave | grass', 'DIALECT', '2')).toEqual(['1', '2', '4']);
	expect(await sorted('-@kind:{print}')).toEqual(['3', '4']);
	expect(await sorted('@name|text:(hill)')).toEqual(['3', '4']);
	expect(await sorted('*')).toEqual(['1', '2', '3', '4']);
	expect(await sorted('nothing')).toEqual([]);
});

it('finds phrases, prefixes, middles and near spellings', async () => {
	expect(await sorted('"blue hour"')).toEqual(['2']);
	expect(await sorted('"hour blue"')).toEqual([]);
	expect(await sorted('gra*')).toEqual(['4']);
	expect(await sorted('*rass', 'DIALECT', '2')).toEqual(['4']);
	expect(await sorted('*ras*', 'DIALECT', '2')).toEqual(['4']);
	expect(await sorted('%gress%')).toEqual(['4']);
	expect(await sorted('%%gr33z%%')).toEqual([]);
	expect(await sorted('%%%gr33z%%%')).toContain('4');
});

it('finds numbers in ranges', async () => {
	expect(await sorted('@price:[100 250]')).toEqual(['1', '2']);
	expect(await sorted('@price:[(100 +inf]')).toEqual(['2', '4']);
	expect(await sorted('@price:[-inf (100]')).toEqual(['3']);
	expect(await sorted('@price:[300.5 300.5]')).toEqual(['4']);
});

it('finds tags, whole and escaped, in the case that counts', async () => {
	expect(await sorted('@tags:{blue sky}')).toEqual(['1']);
	expect(await sorted('@tags:{Blue\\ Sky | SAND}')).toEqual(['1', '2']);
	expect(await sorted('@tags:{c\\-d}')).toEqual(['3']);
	expect(await sorted('@tags:{hil*}')).toEqual(['3']);
	expect(await sorted('@code:{Ab}')).toEqual(['1']);
	expect(await sorted('@tags:{sea} @tags:{hill}')).toEqual([]);
});

it('takes parameters from dialect 2 on', async () => {
	const params = ['PARAMS', '6', 'low', '100', 'tag', 'blue sky', 'word', 'quiet', 'DIALECT', '2'];
	expect(await sorted('@price:[$low 200] @tags:{$tag} $word', ...params)).toEqual(['1']);
	await expect(find('$missing', 'DIALECT', '2', 'PARAMS', '2', 'a', 'b')).rejects.toThrow(
		'No such parameter',
	);
});

it('ranks by weight, by attribute and by optional parts', async () => {
	for (const scorer of ['TFIDF', 'BM25', 'BM25STD']) {
		expect(await find('blue', 'SCORER', scorer)).toEqual(['1', '2']);
		expect((await find('@kind:{photo} ~grass', 'SCORER', scorer, 'DIALECT', '2'))[0]).toBe('4');
	}
	const boosted = '(@text:blue)=>{$weight: 50} | (@name:blue)=>{$weight: 0.1}';
	expect(await find(boosted, 'SCORER', 'TFIDF', 'DIALECT', '2')).toEqual(['2', '1']);
	const [, , score] = (await call('FT.SEARCH', 'art', 'blue', 'WITHSCORES', 'NOCONTENT')) as string[];
	expect(Number(score)).toBeGreaterThan(0);
});

it('sorts, pages and returns what is asked for', async () => {
	expect(await find('*', 'SORTBY', 'price', 'DESC')).toEqual(['4', '2', '1', '3']);
	expect(await find('*', 'SORTBY', 'price', 'ASC', 'LIMIT', '1', '2')).toEqual(['1', '2']);
	expect(await call('FT.SEARCH', 'art', '*', 'LIMIT', '0', '0')).toEqual([4]);
	const returned = await call('FT.SEARCH', 'art', 'grass', 'RETURN', '4', 'name', '$.price', 'AS', 'cost');
	expect(returned).toEqual([1, 'art:4', ['name', 'Hills and waving grass', 'cost', '300.5']]);
});

it('follows every write at once', async () => {
	await call('JSON.SET', 'art:5', '$', '{"name":"Comet"}');
	expect(await find('comet')).toEqual(['5']);
	await call('JSON.SET', 'art:5', '$.name', '"Meteor"');
	expect(await find('comet')).toEqual([]);
	expect(await find('meteor')).toEqual(['5']);
	await call('RENAME', 'art:5', 'elsewhere');
	expect(await find('meteor')).toEqual([]);
	await call('RENAME', 'elsewhere', 'art:5');
	await call('DEL', 'art:5');
	expect(await find('meteor')).toEqual([]);
});

it('leaves out documents that do not fit the schema', async () => {
	await call('JSON.SET', 'art:6', '$', '{"name":"Comet","price":"dear"}');
	expect(await find('comet')).toEqual([]);
	await call('DEL', 'art:6');
});

it('counts facets and computes over groups', async () => {
	const rows = await call(
		...['FT.AGGREGATE', 'art', '*', 'GROUPBY', '1', '@kind', 'REDUCE', 'COUNT', '0', 'AS', 'n'],
		...['REDUCE', 'SUM', '1', '@price', 'AS', 'sum', 'REDUCE', 'MIN', '1', '@price', 'AS', 'min'],
		...['REDUCE', 'MAX', '1', '@price', 'AS', 'max', 'REDUCE', 'AVG', '1', '@price', 'AS', 'avg'],
		...['SORTBY', '2', '@kind', 'ASC'],
	);
	expect((rows as unknown[]).slice(1)).toEqual([
		['kind', 'photo', 'n', '2', 'sum', '350.5', 'min', '50', 'max', '300.5', 'avg', '175.25'],
		['kind', 'print', 'n', '2', 'sum', '350', 'min', '100', 'max', '250', 'avg', '175'],
	]);
});

it('applies, filters, sorts and limits rows', async () => {
	const rows = await call(
		...['FT.AGGREGATE', 'art', '*', 'LOAD', '1', '@name', 'APPLY', '@price * 2 + 1', 'AS', 'twice'],
		...['FILTER', '@price >= 100 && @price < 300', 'SORTBY', '2', '@price', 'DESC', 'LIMIT', '0', '1'],
	);
	const [row] = (rows as string[][]).slice(1);
	expect(row).toEqual(expect.arrayContaining(['name', 'Red Dune', 'twice', '501']));
});

it('ranks rows by score, and names their keys', async () => {
	const rows = (await call(
		...['FT.AGGREGATE', 'art', 'blue', 'SCORER', 'TFIDF', 'ADDSCORES', 'LOAD', '1', '@__key'],
		...['SORTBY', '4', '@__score', 'DESC', '@price', 'DESC', 'MAX', '1', 'LIMIT', '0', '1', 'DIALECT', '2'],
	)) as [number, string[]];
	const [found] = (await call('FT.SEARCH', 'art', 'blue', 'NOCONTENT', 'DIALECT', '2')) as number[];
	const row = new Map(
		Array.from({ length: 3 }, (_, i) => rows[1].slice(2 * i, 2 * i + 2) as [string, string]),
	);
	expect([...row.keys()].sort()).toEqual(['__key', '__score', 'price']);
	expect(row.get('__key')).toMatch(/^art:/);
	expect(Number(row.get('__score'))).toBeGreaterThan(0);
	expect(found).toBe(2);
});

it('checks the spelling of words', async () => {
	// Documents 1 and 2 hold blue: two of the four that are in the index. A stem is a term of its own.
	expect(await call('FT.SPELLCHECK', 'art', 'bluee grass grasz')).toEqual([
		['TERM', 'bluee', [['0.5', 'blue']]],
		['TERM', 'grasz', [['0.25', 'grass']]],
	]);
	const far = (await call('FT.SPELLCHECK', 'art', 'hillz', 'DISTANCE', '2')) as [
		[string, string, string[][]],
	];
	expect(far[0][2].map(([, term]) => term)).toEqual(expect.arrayContaining(['hill', 'hills', '+hill']));
	expect(await call('FT.SPELLCHECK', 'art', '@name:(quiat)')).toEqual([['TERM', 'quiat', []]]);
	expect(await call('FT.SPELLCHECK', 'art', 'quiat')).toEqual([['TERM', 'quiat', [['0.25', 'quiet']]]]);
	await expect(call('FT.SPELLCHECK', 'art', 'a', 'DISTANCE', '5')).rejects.toThrow(
		'bad distance given, distance must be a natural number between 1 to 4',
	);
	await using modern = await openRaw(server.url, 3);
	expect(await modern.send(['FT.SPELLCHECK', 'art', 'bluee'])).toBe(
		'%1\r\n$7\r\nresults\r\n%1\r\n$5\r\nbluee\r\n*1\r\n%1\r\n$4\r\nblue\r\n,0.5\r\n',
	);
});

it('tells about its indexes', async () => {
	expect(await client.ft._list()).toContain('art');
	expect((await client.ft.info('art')).numDocs).toEqual(expect.anything());
	expect((await client.ft.tagVals('art', 'kind')).sort()).toEqual(['photo', 'print']);
	await expect(call('FT.SEARCH', 'none', '*')).rejects.toThrow(/no such index/i);
	await expect(call('FT.CREATE', 'art', 'SCHEMA', 'a', 'TEXT')).rejects.toThrow('Index already exists');
});

it('drops an index, with its documents if told to', async () => {
	await call('FT.CREATE', 'brief', 'PREFIX', '1', 'brief:', 'SCHEMA', 'a', 'TEXT');
	await call('HSET', 'brief:1', 'a', 'word');
	await call('FT.DROPINDEX', 'brief', 'DD');
	expect(await call('EXISTS', 'brief:1')).toBe(0);
	await expect(call('FT.SEARCH', 'brief', '*')).rejects.toThrow(/no such index/i);
});
