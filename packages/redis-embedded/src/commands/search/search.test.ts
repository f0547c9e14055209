import { beforeEach, describe, expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const search = (...words: string[]) => redis.call('FT.SEARCH', 'idx', ...words);
/** The keys found, in an order of their own. */
const find = async (query: string, ...options: string[]) =>
	((await search(query, 'NOCONTENT', ...options)) as string[]).slice(1).sort().join(' ');
const hash = (key: string, fields: Record<string, string | number>) =>
	redis.call('HSET', key, ...Object.entries(fields).flat());

describe('the syntax of queries', () => {
	beforeEach(async () => {
		await redis.call(
			...['FT.CREATE', 'idx', 'SCHEMA', 'name', 'TEXT', 'WEIGHT', '5', 'text', 'TEXT', 'kind', 'TAG'],
			...['code', 'TAG', 'CASESENSITIVE', 'price', 'NUMERIC', 'SORTABLE', 'place', 'GEO'],
		);
		await hash('1', {
			...{ name: 'Blue Wave', text: 'a quiet sea', kind: 'sea,blue sky', price: 100, code: 'Ab' },
			place: '12.49,41.89',
		});
		await hash('2', {
			...{ name: 'Red Dune', text: 'waves of sand, blue hour', kind: 'sand', price: 250, code: 'aB' },
			place: '2.35,48.85',
		});
		await hash('3', { name: 'Green Hill', text: 'a hill', kind: 'hill,c-d,10', price: 50 });
		await hash('4', { name: 'Hills and waving grass', text: 'wind in a foo-bar', price: '-inf' });
	});

	it.each([
		// Words, by their stems and in any case
		['waves', '1 2 4'],
		['BLUE', '1 2'],
		['nothing', ''],
		['foo\\-bar', ''],
		['foo-bar', ''],
		['*', '1 2 3 4'],
		['the', ''],
		['the blue', '1 2'],
		// In fields
		['@name:waves', '1 4'],
		['@name|text:(hill)', '3 4'],
		['@name:(blue|hill) @text:hill', '3'],
		// Together, either, without, optionally
		['blue wave', '1 2'],
		['blue|grass', '1 2 4'],
		['blue wave|grass', '1 2 4'],
		['(hill|dune) @kind:{sand}', '2'],
		['blue -@name:red', '1'],
		['-blue', '3 4'],
		['-(blue|grass)', '3'],
		['-(-blue)', '1 2'],
		['blue ~hour', '1 2'],
		['~hour', '1 2 3 4'],
		['-@kind:{sea}', '2 3 4'],
		// Phrases: the very words, one after another
		['"blue hour"', '2'],
		['"hour blue"', ''],
		['"waves blue"', ''],
		['"wave blue"', ''],
		['@name:"green hill"', '3'],
		['@text:"green hill"', ''],
		// Parts of words
		['gra*', '4'],
		['GRA*', '4'],
		['@text:hi*', '3'],
		// Near words
		['%gress%', '4'],
		['%%gr33s%%', '4'],
		['%gr33s%', ''],
		['%snad%', ''],
		['%wnid%', ''],
		['%widn%', '4'],
		['%%%gr33z%%%', '3 4'],
		['@text:%gress%', ''],
		// Numbers
		['@price:[100 250]', '1 2'],
		['@price:[(100 +inf]', '2'],
		['@price:[-inf (100]', '3 4'],
		['@price:[-inf -inf]', '4'],
		['@price:[1e2 2.5e2]', '1 2'],
		['@price:[250 100]', ''],
		['-@price:[0 100]', '2 4'],
		// Tags
		['@kind:{blue sky}', '1'],
		['@kind:{Blue\\ Sky | SAND}', '1 2'],
		['@kind:{c\\-d}', '3'],
		['@kind:{hil*}', '3'],
		['@kind:{10}', '3'],
		['@kind:{sea} @kind:{hill}', ''],
		['@code:{Ab}', '1'],
		['@code:{ab}', ''],
		// Places
		['@place:[12.5 41.9 5 km]', '1'],
		['@place:[12.5 41.9 500 m]', ''],
		['@place:[2.35 48.85 800 mi]', '1 2'],
		['@place:[2.35 48.85 3000 ft]', '2'],
	])('finds by %s in both dialects', async (query, keys) => {
		expect(await find(query)).toBe(keys);
		expect(await find(query, 'DIALECT', '2')).toBe(keys);
	});

	it.each([
		['@name:red blue', '2'],
		['-red blue', '1'],
		['-inf', ''],
		['-red blu*', '1 3 4'],
		['~red blu*', '1 2 3 4'],
		['@name:red blu*', ''],
		['@name:red %bluu%', ''],
		['@kind:{sea} hil*', ''],
		['@kind:{sea}|@kind:{sand}', '1 2'],
		['~red blue', '1 2'],
		['*ass', '4'],
		['*ras*', '4'],
		['@kind:{*ea}', '1'],
		['@kind:{*sk*}', '1'],
		['@kind:{"c-d" | sea}', '1 3'],
		['@kind:{"c-"* | *"ue sky"}', '1 3'],
		['@kind:{*"e s"*}', '1'],
		['@kind:{"c-*"}', ''],
		["w'gr?ss'", '4'],
		["w'w?v*'", '1 2 4'],
		['@price:[(50 (250]', '1'],
		['@price==100', '1'],
		['@price>100', '2'],
		['@price>=.1e3', '1 2'],
		['@name:(blue < wave = >)', '1'],
		['@price!=100', '2 3 4'],
		['@price:[100]', '1'],
		['@price:[+1e+2 .25e3]', '1 2'],
	])('finds by %s in dialect 2', async (query, keys) => {
		expect(await find(query, 'DIALECT', '2')).toBe(keys);
	});

	it('reads a field, a minus and a bar as dialect 1 does', async () => {
		expect(await find('@name:red blue')).toBe('');
		expect(await find('-red blue')).toBe('1 3 4');
		expect(await find('@kind:{sea}|sand')).toBe('1 2');
		expect(await find('@kind:{sea')).toBe('1');
		await expect(find('@kind:{sea}|@kind:{sand}')).rejects.toThrow('Syntax error at offset');
		await expect(find('(*)')).rejects.toThrow('Syntax error at offset');
		expect(await find("@text:'blue hour'")).toBe('2');
	});

	it.each([
		['(blue', 'Syntax error at offset'],
		['blue)', 'Syntax error at offset'],
		['@name:', 'Syntax error at offset'],
		['@price:[1 2', 'Syntax error at offset'],
		['@price:[a b]', 'Syntax error at offset'],
		['@kind:{', 'Syntax error at offset'],
		['@price>>100', 'Syntax error at offset'],
		['@price= =100', 'Syntax error at offset'],
		['"blue', 'Syntax error at offset'],
		['|', 'Syntax error at offset'],
		['@place:[1 2 3 parsec]', 'Invalid GeoFilter unit'],
		['$word', 'No such parameter `word`'],
		['blue=>{$weight: -1}', 'Invalid value (-1) for `weight`'],
		['blue=>{$phonetic: maybe}', 'Invalid value (maybe) for `phonetic`'],
		['blue=>{$nothing: 1}', 'Invalid attribute nothing'],
		['*=>{$weight: 1} | x', 'Syntax error at offset'],
	])('refuses %.20s', async (query, message) => {
		await expect(search(query, 'DIALECT', '2')).rejects.toThrow(message);
	});

	it('refuses what is nested without end', async () => {
		await expect(search('('.repeat(100_000))).rejects.toThrow('Parser stack overflow');
	});

	it('puts parameters into words, numbers, tags and places', async () => {
		const params = [
			'PARAMS',
			'8',
			'low',
			'100',
			'tag',
			'blue sky',
			'word',
			'quiet',
			'far',
			'5',
			'DIALECT',
			'2',
		];
		expect(await find('@price:[$low 200] @kind:{$tag} $word @place:[12.5 41.9 $far km]', ...params)).toBe(
			'1',
		);
		expect(await find('@price:[($low +inf]', ...params)).toBe('2');
		await expect(find('*', 'PARAMS', '1', 'a')).rejects.toThrow(
			'Parameters must be specified in PARAM VALUE pairs',
		);
		await expect(find('*', 'PARAMS', '4', 'a', '1', 'a', '2')).rejects.toThrow('Duplicate parameter `a`');
		await expect(find('*', 'PARAMS', '2', 'a', '1', 'PARAMS', '2', 'b', '2')).rejects.toThrow(
			'Multiple PARAMS are not allowed. Parameters can be defined only once',
		);
		const from = (low: string, high: string) =>
			find('@price:[$low $high]', 'PARAMS', '4', 'low', low, 'high', high, 'DIALECT', '2');
		expect(await from('-inf', '100')).toBe('1 3 4');
		await expect(from('x', '1')).rejects.toThrow('Bad lower range: x');
		await expect(from('1', '-inf')).rejects.toThrow('Bad upper range: -inf');
	});

	it('looks only at documents in the ranges and circles of its filters', async () => {
		expect(await find('*', 'FILTER', 'price', '50', '(250')).toBe('1 3');
		expect(await find('blue', 'FILTER', 'price', '(100', '+inf')).toBe('2');
		expect(await find('*', 'FILTER', 'price', '-inf', '100', 'FILTER', 'price', '(50', '300')).toBe('1');
		expect(await find('*', 'FILTER', 'name', '0', '1')).toBe('');
		expect(await find('*', 'GEOFILTER', 'place', '12.5', '41.9', '5', 'km')).toBe('1');
		expect(
			await find('blue', 'GEOFILTER', 'place', '5', '45', '1e3', 'KM', 'FILTER', 'price', '0', '100'),
		).toBe('1');
	});

	it('looks only in the keys and fields named, and at the words as they are', async () => {
		expect(await find('waves', 'VERBATIM')).toBe('2');
		expect(await find('waves', 'INFIELDS', '1', 'text')).toBe('2');
		expect(await find('waves', 'INFIELDS', '0')).toBe(await find('waves'));
		expect(await find('blue', 'INKEYS', '2', '2', '3')).toBe('2');
	});
});

describe('slop', () => {
	beforeEach(async () => {
		await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
		await hash('1', { t: 't1 t2' });
		await hash('2', { t: 't1 t3 t2' });
		await hash('3', { t: 't1 t3 t4 t2' });
		await hash('4', { t: 't1 t3 t4 t5 t2' });
	});

	it('lets so many words lie between, in any order or in the order of the query', async () => {
		expect(await find('t1 t2')).toBe('1 2 3 4');
		expect(await find('t1 t2', 'SLOP', '0')).toBe('1');
		expect(await find('t1 t2', 'SLOP', '2')).toBe('1 2 3');
		expect(await find('t2 t1', 'SLOP', '0')).toBe('1');
		expect(await find('t2 t1', 'INORDER')).toBe('');
		expect(await find('t1 t2', 'INORDER')).toBe('1 2 3 4');
		expect(await find('t1 t2 t3 t4', 'SLOP', '0')).toBe('3');
	});

	it('is told to a part of the query as well', async () => {
		expect(await find('(t1 t2)=>{$slop: 1}', 'DIALECT', '2')).toBe('1 2');
		expect(await find('(t2 t1)=>{$slop: 1; $inorder: true}', 'DIALECT', '2')).toBe('');
	});

	it('takes the values of a list for a hundred words apart, and none where they come in no order', async () => {
		await redis.call(
			...[
				'FT.CREATE',
				'lists',
				'ON',
				'JSON',
				'SCHEMA',
				'$.t',
				'AS',
				't',
				'TEXT',
				'$.u[*]',
				'AS',
				'u',
				'TEXT',
			],
		);
		await redis.call('JSON.SET', 'a', '$', '{"t":["t1 t2","t3","t4"]}');
		const find = (...words: string[]) => redis.call('FT.SEARCH', 'lists', ...words, 'NOCONTENT');
		expect(await find('@t:(t2 t3)', 'SLOP', '98')).toEqual([0]);
		expect(await find('@t:(t2 t3)', 'SLOP', '99')).toEqual([1, 'a']);
		expect(await find('@t:(t4 t1)=>{$slop: 200}')).toEqual([1, 'a']);
		expect(await find('@u:(t1 t2)')).toEqual([0]);
		const message = 'slop/inorder are not supported for field `u` since it has undefined ordering';
		await expect(find('@u:(t1 t2)=>{$inorder: false}')).rejects.toThrow(message);
		await expect(find('t1 t2', 'SLOP', '5')).rejects.toThrow(message);
	});
});

describe('scores', () => {
	const scored = async (query: string, ...options: string[]) => {
		const [, ...reply] = (await search(query, 'NOCONTENT', 'WITHSCORES', ...options)) as string[];
		return reply.map((word, i) =>
			i % 2 === 0 ? word : Number(Number(word.replace('inf', 'Infinity')).toFixed(2)),
		);
	};

	it.each([
		['TFIDF', ['1', 1.97, '2', 1.94, '3', 1.91, '4', 1.88, '5', 1.85]],
		['TFIDF.DOCNORM', ['1', 0.9, '2', 0.88, '3', 0.87, '4', 0.86, '5', 0.84]],
		['BM25', ['17', 0.73, '18', 0.73, '16', 0.72, '19', 0.72, '15', 0.72]],
		['BM25STD', ['2', 0.08, '3', 0.08, '1', 0.08, '4', 0.08, '5', 0.08]],
		['DISMAX', ['24', 480, '23', 460, '22', 440, '21', 420, '20', 400]],
		['DOCSCORE', ['1', 0.99, '2', 0.97, '3', 0.96, '4', 0.94, '5', 0.93]],
	])('are those of %s', async (scorer, expected) => {
		await redis.call(
			...['FT.CREATE', 'idx', 'SCORE_FIELD', 's', 'SCHEMA', 'title', 'TEXT', 'WEIGHT', '10', 'body', 'TEXT'],
		);
		for (let n = 1; n < 25; n++) {
			const [title, body] = ['hello world '.repeat(n), 'lorem ipsum '.repeat(n)];
			await hash(`${n}`, { s: Math.sqrt((35 - n) / 35), title, body });
		}
		expect(await scored('hello world', 'SCORER', scorer, 'LIMIT', '0', '5')).toEqual(expected);
	});

	it('grow by optional parts where they are found, by weights, and by nearness', async () => {
		await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'g', 'TAG');
		await hash('1', { t: 'some text here' });
		await hash('2', { t: 'some text more words here', g: 'a' });
		const standard = ['SCORER', 'BM25STD', 'NOCONTENT', 'WITHSCORES'];
		expect(await search('text ~more', ...standard)).toEqual([
			...[2, '2', '0.8195877903737075', '1', '0.19566220141314736'],
		]);
		expect(await search('*', ...standard)).toEqual([2, '1', '1.073170733125631', '2', '0.936170211686652']);
		expect(await scored('text', 'SCORER', 'TFIDF')).toEqual(['1', 1, '2', 1]);
		expect(await scored('text => {$weight: 3}', 'SCORER', 'TFIDF', 'DIALECT', '2')).toEqual(['1', 3, '2', 3]);
		expect(await scored('some here', 'SCORER', 'TFIDF')).toEqual(['1', 1, '2', 0.5]);
		expect(await scored('text @g:{a}', 'SCORER', 'TFIDF')).toEqual(['2', 3]);
		await hash('3', { g: 'b' });
		await hash('4', { g: 'a,b' });
		expect(await scored('(@g:{a})|(@g:{b})', 'SCORER', 'TFIDF', 'LIMIT', '0', '2')).toEqual([
			'3',
			Infinity,
			'4',
			Infinity,
		]);
		expect(await scored('~@g:{c}', 'SCORER', 'TFIDF', 'INKEYS', '2', '3', '4')).toEqual(['3', NaN, '4', NaN]);
		await expect(scored('text', 'SCORER', 'NOPE')).rejects.toThrow('No such scorer NOPE');
	});
});

describe('replies', () => {
	const idx = ['FT.CREATE', 'idx', 'ON', 'JSON', 'SCHEMA'];
	beforeEach(async () => {
		await redis.call(
			...[...idx, '$.name', 'AS', 'name', 'TEXT', '$.n', 'AS', 'n', 'NUMERIC', 'SORTABLE'],
			...['$.tags[*]', 'AS', 'tags', 'TAG', '$.unsorted', 'AS', 'unsorted', 'TAG'],
		);
		await redis.call('JSON.SET', 'a', '$', '{"name":"Blue","n":2.50,"tags":["x","y"],"unsorted":"B"}');
		await redis.call('JSON.SET', 'b', '$', '{"name":"Red","n":10,"tags":[],"unsorted":"a"}');
		await redis.call('JSON.SET', 'c', '$', '{"name":"Grey"}');
	});

	it('hold whole documents, ten at most, of the page asked for', async () => {
		expect(await search('blue')).toEqual([
			...[1, 'a', ['$', '{"name":"Blue","n":2.5,"tags":["x","y"],"unsorted":"B"}']],
		]);
		expect(await search('*', 'LIMIT', '1', '1', 'NOCONTENT')).toEqual([3, 'b']);
		expect(await search('*', 'LIMIT', '0', '0')).toEqual([3]);
		expect(await search('*', 'LIMIT', '5', '5')).toEqual([3]);
		expect(await search('nothing')).toEqual([0]);
		for (let i = 0; i < 12; i++) await redis.call('JSON.SET', `d${i}`, '$', '{"name":"many"}');
		const many = (await search('many', 'NOCONTENT')) as unknown[];
		expect([many[0], many.length]).toEqual([12, 11]);
	});

	it('are sorted, what has no value last', async () => {
		const keys = async (...order: string[]) =>
			((await search('*', 'NOCONTENT', 'SORTBY', ...order)) as string[]).slice(1);
		expect(await keys('n')).toEqual(['a', 'b', 'c']);
		expect(await keys('n', 'DESC')).toEqual(['b', 'a', 'c']);
		expect(await keys('unsorted', 'ASC')).toEqual(['a', 'b', 'c']);
		await expect(search('*', 'SORTBY', 'nope')).rejects.toThrow('Property `nope` not loaded nor in schema');
		await expect(search('*', 'SORTBY')).rejects.toThrow('Bad SORTBY arguments');
	});

	it('hold what is to be returned, by paths and other names', async () => {
		const first = async (...words: string[]) => ((await search('blue', ...words)) as unknown[])[2];
		expect(await first('RETURN', '2', 'name', 'n')).toEqual(['name', 'Blue', 'n', '2.5']);
		expect(await first('RETURN', '3', '$.tags[1]', 'AS', 'second')).toEqual(['second', 'y']);
		expect(await first('RETURN', '1', '$.tags')).toEqual(['$.tags', '["x","y"]']);
		expect(await first('RETURN', '3', '__key', 'AS', 'key')).toEqual(['key', 'a']);
		expect(await first('RETURN', '4', 'n', 'AS', 'name', 'name')).toEqual(['name', '2.5']);
		expect(await first('RETURN', '2', 'missing', '.name')).toEqual([]);
		expect(await search('blue', 'RETURN', '0')).toEqual([1, 'a']);
		await expect(first('RETURN', '2', 'n', 'AS')).rejects.toThrow(
			'RETURN path AS name - must be accompanied with NAME',
		);
	});

	it('hold lists of what is in JSON from dialect 3 on', async () => {
		const lists = async (query: string, ...paths: string[]) =>
			((await search(query, 'RETURN', `${paths.length}`, ...paths, 'DIALECT', '3')) as unknown[])[2];
		expect(await lists('blue', 'name', 'tags', '$.tags', '$.nope')).toEqual([
			...['name', '["Blue"]', 'tags', '["x","y"]', '$.tags', '[["x","y"]]'],
		]);
		expect(await lists('red', 'tags', '$.tags')).toEqual([]);
		expect(await search('grey', 'DIALECT', '3')).toEqual([1, 'c', ['$', '[{"name":"Grey"}]']]);
	});

	it('show numbers of a hash as such where they are asked for by name', async () => {
		await redis.call('FT.CREATE', 'hashes', 'PREFIX', '1', 'h', 'SCHEMA', 'n', 'NUMERIC', 't', 'TEXT');
		await hash('h', { t: 'word', n: '1.50', other: '1.50' });
		const words = ['FT.SEARCH', 'hashes', 'word'];
		expect(await redis.call(...words, 'RETURN', '2', 'n', 'other')).toEqual([
			1,
			'h',
			['n', '1.5', 'other', '1.50'],
		]);
		expect(await redis.call(...words, 'SORTBY', 'n')).toEqual([
			...[1, 'h', ['n', '1.50', 't', 'word', 'other', '1.50']],
		]);
	});

	it('are sorted by lists as by what their text is, from dialect 3 on by the first value', async () => {
		await redis.call(
			'FT.CREATE',
			'lists',
			'ON',
			'JSON',
			'PREFIX',
			'1',
			'l',
			'SCHEMA',
			'$.n',
			'AS',
			'n',
			'NUMERIC',
		);
		for (const n of [9, 10, 2]) await redis.call('JSON.SET', `l${n}`, '$', JSON.stringify({ n: [n, 0] }));
		const sorted = ['FT.SEARCH', 'lists', '*', 'SORTBY', 'n', 'NOCONTENT'];
		expect(await redis.call(...sorted)).toEqual([3, 'l10', 'l2', 'l9']);
		expect(await redis.call(...sorted, 'DIALECT', '3')).toEqual([3, 'l2', 'l9', 'l10']);
		const info = (await redis.call('FT.INFO', 'lists')) as unknown[];
		expect(Number(info[info.indexOf('num_records') + 1])).toBe(6);
	});

	it('name what documents hold in one order, in which the first ones have it', async () => {
		await redis.call('FT.CREATE', 'hashes', 'PREFIX', '1', 'h', 'SCHEMA', 't', 'TEXT');
		await hash('h1', { x: '1', t: 'word' });
		await hash('h2', { t: 'word', y: '3', x: '2' });
		await hash('h3', { z: '4', y: '3', t: 'word' });
		expect(await redis.call('FT.SEARCH', 'hashes', 'word')).toEqual([
			...[3, 'h1', ['x', '1', 't', 'word'], 'h2', ['x', '2', 't', 'word', 'y', '3']],
			...['h3', ['t', 'word', 'y', '3', 'z', '4']],
		]);
	});

	it('tell what documents are sorted by', async () => {
		expect(await search('*', 'SORTBY', 'n', 'WITHSORTKEYS', 'NOCONTENT', 'LIMIT', '1', '2')).toEqual([
			...[3, 'b', '#10', 'c', null],
		]);
		expect(await search('blue', 'SORTBY', 'n', 'RETURN', '1', 'name')).toEqual([1, 'a', ['name', 'Blue']]);
	});

	it('are maps in RESP3', async () => {
		await using modern = await openRaw(redis.url, 3);
		const options = ['WITHSCORES', 'RETURN', '1', 'name', 'SCORER', 'DISMAX'];
		const [size, ...parts] = (await modern.send(['FT.SEARCH', 'idx', 'blue', ...options])).split(
			/\r\n(?:[$]\d+\r\n|[+])?/,
		);
		expect(size).toBe('%5');
		const text = parts.join(' ');
		for (const part of ['attributes *0', 'format STRING', 'total_results :1', 'warning *0'])
			expect(text).toContain(part);
		expect(text).toContain('results *1 %4 id a score ,1 extra_attributes %1 name Blue values *0');
	});

	it.each([
		[['LIMIT', '0'], 'LIMIT requires two arguments'],
		[['LIMIT', '0', 'x'], 'LIMIT needs two numeric arguments'],
		[['LIMIT', '0', '1000001'], 'LIMIT exceeds maximum of 1000000'],
		[['LIMIT', '1', '0'], 'The `offset` of the LIMIT must be 0 when `num` is 0'],
		[['TIMEOUT'], 'Need argument for TIMEOUT'],
		[['FILTER', 'n', '1'], 'FILTER requires 3 arguments'],
		[['FILTER', 'n', '(x', '1'], 'Bad lower range: x'],
		[['FILTER', 'n', '1', '-inf'], 'Bad upper range: -inf'],
		[['GEOFILTER', 'p', '1', '2', '3'], 'GEOFILTER requires 5 arguments'],
		[['GEOFILTER', 'p', '1', 'x', '3', 'km'], 'Bad arguments for <lat>'],
		[['GEOFILTER', 'p', '1', '2', '3', 'parsec'], 'Unknown distance unit parsec'],
		[['RETURN', '3', 'n', 'AS', 'as'], 'Alias for RETURN cannot be `AS`'],
		[['RETURN', 'name'], 'Bad arguments for RETURN'],
		[['DIALECT', '9'], 'DIALECT requires a non negative integer >=1 and <= 4'],
		[['LIMIT', '1000001', '1'], 'OFFSET exceeds maximum of 1000000'],
		[['SORTBY', 'n', 'SORTBY', 'name'], 'Multiple SORTBY steps are not allowed'],
		[['SORTBY', 'n', 'MAX', '1'], 'SORTBY MAX is not supported by FT.SEARCH'],
		[['NONSENSE'], 'Unknown argument `NONSENSE`'],
		[['LANGUAGE', 'klingon'], 'No such language klingon'],
	])('refuse %j', async (options, message) => {
		await expect(search('*', ...options)).rejects.toThrow(message);
	});
});

it('follows writes, renames and expiry at once', async () => {
	await redis.call('FT.CREATE', 'idx', 'PREFIX', '1', 'a:', 'SCHEMA', 't', 'TEXT');
	await hash('a:1', { t: 'comet' });
	expect(await find('comet')).toBe('a:1');
	await hash('a:1', { t: 'meteor' });
	expect([await find('comet'), await find('meteor')]).toEqual(['', 'a:1']);
	await redis.call('RENAME', 'a:1', 'b:1');
	expect(await find('meteor')).toBe('');
	await redis.call('RENAME', 'b:1', 'a:2');
	expect(await find('meteor')).toBe('a:2');
	await redis.call('HDEL', 'a:2', 't');
	expect(await find('meteor')).toBe('');
	await hash('a:2', { t: 'meteor' });
	await redis.call('PEXPIRE', 'a:2', '10');
	await expect.poll(() => find('*'), { interval: 5 }).toBe('');
	await expect(redis.call('FT.SEARCH', 'nöne', '*')).rejects.toThrow('nöne: no such index');
	await expect(redis.call('FT.SEARCH', 'idx')).rejects.toThrow(
		"wrong number of arguments for 'FT.SEARCH' command",
	);
});
