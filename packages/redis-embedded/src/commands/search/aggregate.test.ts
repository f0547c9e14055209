import { beforeEach, expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const aggregate = (...words: string[]) => redis.call('FT.AGGREGATE', 'idx', '*', ...words);
const rows = async (...words: string[]) => ((await aggregate(...words)) as unknown[]).slice(1);
/** The one row of a computation. */
const compute = async (expression: string) => {
	const [row] = (await rows(
		'LIMIT',
		'0',
		'1',
		'LOAD',
		'2',
		'@name',
		'@price',
		'APPLY',
		expression,
		'AS',
		'it',
	)) as string[][];
	return row!.at(-1);
};

beforeEach(async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'SCHEMA', 'name', 'TEXT', 'SORTABLE', 'kind', 'TAG', 'SORTABLE'],
		...['price', 'NUMERIC', 'SORTABLE', 'plain', 'TEXT'],
	);
	await redis.call(
		'HSET',
		'1',
		'name',
		'Blue Wave',
		'kind',
		'print',
		'price',
		'100',
		'plain',
		'One',
		'other',
		'x',
	);
	await redis.call('HSET', '2', 'name', 'Red Dune', 'kind', 'print', 'price', '250.5');
	await redis.call('HSET', '3', 'name', 'Green Hill', 'kind', 'photo', 'price', '50');
	await redis.call('HSET', '4', 'name', 'Grass', 'kind', 'photo', 'price', '300');
	await redis.call('HSET', '5', 'name', 'Nothing');
});

it('groups and reduces', async () => {
	const reduce = (name: string, ...args: string[]) => [
		'REDUCE',
		name,
		`${args.length}`,
		...args,
		'AS',
		name.toLowerCase(),
	];
	const found = await rows(
		...['GROUPBY', '1', '@kind', ...reduce('COUNT'), ...reduce('SUM', '@price'), ...reduce('MIN', '@price')],
		...[...reduce('MAX', '@price'), ...reduce('AVG', '@price'), ...reduce('COUNT_DISTINCT', '@name')],
		...[...reduce('FIRST_VALUE', '@name', 'BY', '@price', 'DESC'), ...reduce('QUANTILE', '@price', '0.5')],
		...['SORTBY', '2', '@kind', 'DESC', 'LIMIT', '0', '2'],
	);
	expect(found).toEqual([
		[
			...['kind', 'print', 'count', '2', 'sum', '350.5', 'min', '100', 'max', '250.5', 'avg', '175.25'],
			...['count_distinct', '2', 'first_value', 'red dune', 'quantile', '100'],
		],
		[
			...['kind', 'photo', 'count', '2', 'sum', '350', 'min', '50', 'max', '300', 'avg', '175'],
			...['count_distinct', '2', 'first_value', 'grass', 'quantile', '50'],
		],
	]);
});

it('sorts what has no value last, but a group of no value as the least', async () => {
	const prices = async (...steps: string[]) => (await rows(...steps)).map((row) => (row as string[])[1]);
	expect(await prices('SORTBY', '2', '@price', 'ASC')).toEqual(['50', '100', '250.5', '300', undefined]);
	expect(await prices('SORTBY', '2', '@price', 'DESC')).toEqual(['300', '250.5', '100', '50', undefined]);
	const kinds = (direction: string) => prices('GROUPBY', '1', '@kind', 'SORTBY', '2', '@kind', direction);
	expect(await kinds('ASC')).toEqual([null, 'photo', 'print']);
	expect(await kinds('DESC')).toEqual(['print', 'photo', null]);
});

it('groups what has no value under none, and everything in one group', async () => {
	const count = ['REDUCE', 'COUNT', '0', 'AS', 'n'];
	const [total, ...groups] = (await aggregate('GROUPBY', '1', '@kind', ...count)) as unknown[];
	expect(total).toBe(3);
	expect(groups).toContainEqual(['kind', null, 'n', '1']);
	expect(await aggregate('GROUPBY', '0', ...count)).toEqual([1, ['n', '5']]);
	expect(await rows('GROUPBY', '0', 'REDUCE', 'COUNT', '0')).toEqual([['__generated_aliascount', '5']]);
	expect(await rows('GROUPBY', '0', 'REDUCE', 'SUM', '1', '@price')).toEqual([
		['__generated_aliassumprice', '700.5'],
	]);
});

it('tells infinities and nothing apart', async () => {
	await redis.call('HSET', '6', 'price', 'inf');
	await redis.call('HSET', '7', 'price', '-inf');
	const groups = await rows('GROUPBY', '1', '@price', 'REDUCE', 'COUNT', '0', 'AS', 'n');
	expect(groups).toEqual(
		expect.arrayContaining([
			['price', 'inf', 'n', '1'],
			['price', '-inf', 'n', '1'],
			['price', null, 'n', '1'],
		]),
	);
});

it('splits the tags of documents as it reads them, however it groups', async () => {
	await redis.call(
		'FT.CREATE',
		'tags',
		'ON',
		'JSON',
		...['SCHEMA', '$.t', 'AS', 't', 'TAG', 'SEPARATOR', ',', 'CASESENSITIVE', 'SORTABLE'],
	);
	for (const [key, t] of Object.entries({ x: ['a', 'b'], y: 'a,c', z: true }))
		await redis.call('JSON.SET', key, '$', JSON.stringify({ t }));
	const grouping = [
		'FT.AGGREGATE',
		'tags',
		'*',
		'APPLY',
		'split(@t)',
		'AS',
		'x',
		'GROUPBY',
		'1',
		'@x',
		'REDUCE',
		'COUNT',
		'0',
		'AS',
		'n',
	];
	const [counted, reduced] = [
		await redis.call(...grouping, 'SORTBY', '2', '@x', 'ASC'),
		await redis.call(...grouping, 'REDUCE', 'COUNT', '0', 'AS', 'm', 'SORTBY', '2', '@x', 'ASC'),
	] as unknown[][];
	expect(counted!.slice(1)).toEqual(reduced!.slice(1).map((row) => (row as unknown[]).slice(0, 4)));
});

it('lists what is in a group', async () => {
	const [[, , , names]] = (await rows(
		...[
			'FILTER',
			"exists(@kind) && @kind == 'print'",
			'GROUPBY',
			'1',
			'@kind',
			'REDUCE',
			'TOLIST',
			'1',
			'@name',
			'AS',
			'names',
		],
	)) as [[unknown, unknown, unknown, string[]]];
	expect(names.sort()).toEqual(['blue wave', 'red dune']);
});

it('loads some fields or all', async () => {
	const sorted = ['SORTBY', '2', '@price', 'ASC', 'LIMIT', '1', '1'];
	expect(await rows('LOAD', '1', '@plain', ...sorted)).toEqual([['plain', 'One', 'price', '100']]);
	expect(await rows('LOAD', '3', '@other', 'AS', 'more', ...sorted)).toEqual([['more', 'x', 'price', '100']]);
	expect(await rows('LOAD', '1', '@__key', ...sorted)).toEqual([['__key', '1', 'price', '100']]);
	const [all] = (await rows('LOAD', '*', ...sorted)) as [string[]];
	const pairs = all.flatMap((word, i) => (i % 2 === 0 ? [`${word}=${all[i + 1]}`] : []));
	expect(pairs.sort()).toEqual(['kind=print', 'name=Blue Wave', 'other=x', 'plain=One', 'price=100']);
});

it('reads values from JSON', async () => {
	await redis.call(
		'FT.CREATE',
		'json',
		'ON',
		'JSON',
		'SCHEMA',
		'$.n',
		'AS',
		'n',
		'NUMERIC',
		'$.t',
		'AS',
		't',
		'TAG',
	);
	await redis.call('JSON.SET', 'j', '$', '{"n":1.5,"t":"x","o":{"p":[1,2]}}');
	expect(await redis.call('FT.AGGREGATE', 'json', '*', 'LOAD', '5', '@n', '@t', '$.o', 'AS', 'o')).toEqual([
		...[1, ['n', '1.5', 't', 'x', 'o', '{"p":[1,2]}']],
	]);
});

it('sorts by several fields, what has none last, and keeps the first of them', async () => {
	const names = async (...words: string[]) =>
		((await rows(...words, 'LOAD', '1', '@name')) as string[][]).map((row) => row[row.indexOf('name') + 1]);
	expect(await names('SORTBY', '4', '@kind', 'DESC', '@price', 'ASC')).toEqual([
		...['Blue Wave', 'Red Dune', 'Green Hill', 'Grass', 'Nothing'],
	]);
	expect(await names('SORTBY', '2', '@price', 'DESC', 'MAX', '2')).toEqual(['Grass', 'Red Dune']);
	expect(await names('SORTBY', '1', '@price', 'MAX', '1', 'LIMIT', '0', '2')).toEqual([
		'Green Hill',
		'Blue Wave',
	]);
	expect(await names('LIMIT', '0', '2', 'SORTBY', '1', '@price')).toEqual(['Green Hill', 'Blue Wave']);
	expect(await names('LIMIT', '0', '2', 'SORTBY', '1', '@price', 'MAX', '1')).toEqual(['Green Hill']);
	expect(await aggregate('LIMIT', '0', '0', 'SORTBY', '1', '@price', 'MAX', '1')).toEqual([5]);
	expect(await names('SORTBY', '1', '@price', 'LIMIT', '3', '5')).toEqual(['Grass', 'Nothing']);
});

it.each([
	['@price * 2 + 1', '201'],
	['@price / -8', '-12.5'],
	['2 ^ 10 % 7', '2'],
	['floor(1.7) + ceil(1.2) + abs(-3)', '6'],
	['sqrt(16) + log2(8)', '7'],
	["format('%s: %s', @name, @price)", 'Blue Wave: 100'],
	['upper(@name)', 'BLUE WAVE'],
	['substr(@name, 0, 4)', 'Blue'],
	["startswith(@name, 'Blue') && !contains(@name, 'red')", '1'],
	['strlen(@name)', '9'],
	['1 / 3', '0.333333333333'],
	['1e20', '1e+20'],
	['1 / 0', 'nan'],
])('computes %s', async (expression, expected) => {
	expect(await compute(expression)).toBe(expected);
});

it('applies and filters one after another', async () => {
	const twice = ['FILTER', 'exists(@price)', 'APPLY', '@price * 2', 'AS', 'twice'];
	expect(await rows(...twice, 'FILTER', '@twice > 200 && @price < 300', 'SORTBY', '1', '@twice')).toEqual([
		['price', '250.5', 'twice', '501'],
	]);
	expect(await rows(...twice, 'APPLY', 'split("a,b , c")', 'AS', 'parts', 'LIMIT', '0', '1')).toEqual([
		['price', '100', 'twice', '200', 'parts', ['a', 'b', 'c']],
	]);
});

it('stops where a row cannot be computed, and tells why if it is the first', async () => {
	const twice = ['APPLY', '@price * 2', 'AS', 'twice'];
	expect(await rows(...twice)).toHaveLength(4);
	await expect(aggregate(...twice, 'SORTBY', '1', '@twice')).rejects.toThrow('price: has no value');
	await expect(aggregate('LOAD', '1', '@other', 'FILTER', "@other != 'x'", 'SORTBY', '0')).rejects.toThrow(
		'other: has no value, consider using EXISTS if applicable',
	);
	expect(await rows('FILTER', "!exists(@kind) && !NULL && NULL != ''")).toEqual([[]]);
});

it('takes no value that a row has for the least of all', async () => {
	const kinds = (filter: string) =>
		rows('GROUPBY', '1', '@kind', 'FILTER', filter, 'SORTBY', '1', '@kind').then((found) => found.flat());
	expect(await kinds('@kind == NULL')).toEqual(['kind', null]);
	expect(await kinds("@kind < 'photo' && exists(@kind)")).toEqual(['kind', null]);
	expect(await kinds('@kind > NULL')).toEqual(['kind', 'photo', 'kind', 'print']);
	await expect(aggregate('FILTER', "'a' > 1")).rejects.toThrow("Error converting string 'a' to number");
});

it('tells how many rows it has looked at when it has the first', async () => {
	const total = async (...words: string[]) => ((await aggregate(...words)) as unknown[])[0];
	const some = ['FILTER', 'exists(@price) && @price < 100'];
	expect(await total()).toBe(1);
	expect(await total('LIMIT', '2', '2')).toBe(3);
	expect(await total('LIMIT', '9', '2')).toBe(5);
	expect(await total(...some)).toBe(3);
	expect(await total(...some, 'LIMIT', '0', '0')).toBe(5);
	expect(await total(...some, 'SORTBY', '1', '@price')).toBe(5);
	expect(await total('GROUPBY', '1', '@kind', 'FILTER', '@kind == NULL')).toBe(3);
});

it('names what became known first before the rest', async () => {
	expect(
		await rows('APPLY', '1', 'AS', 'one', 'LOAD', '1', '@plain', 'SORTBY', '1', '@price', 'MAX', '2'),
	).toEqual([
		['one', '1', 'price', '50'],
		['one', '1', 'plain', 'One', 'price', '100'],
	]);
});

it('keeps equal rows in the direction of the last property', async () => {
	const keys = async (...by: string[]) =>
		((await rows('LOAD', '1', '@__key', 'SORTBY', `${by.length}`, ...by)) as string[][]).map(
			([, key]) => key,
		);
	expect(await keys('@kind', 'ASC')).toEqual(['3', '4', '1', '2', '5']);
	expect(await keys('@kind', 'DESC')).toEqual(['2', '1', '4', '3', '5']);
});

it('reduces what has no value', async () => {
	const reduce = (name: string, ...args: string[]) => ['REDUCE', name, `${args.length}`, ...args, 'AS', name];
	const numbers = ['SUM', 'AVG', 'STDDEV', 'COUNT_DISTINCT', 'TOLIST', 'FIRST_VALUE'];
	const reducers = [
		...numbers.flatMap((name) => reduce(name, '@price')),
		...reduce('QUANTILE', '@price', '0.5'),
	];
	const of = async (name: string) =>
		((await rows('FILTER', `@name == '${name}'`, 'GROUPBY', '0', ...reducers)) as unknown[][])[0]!.filter(
			(_, i) => i % 2 === 1,
		);
	expect(await of('nothing')).toEqual(['0', '0', '0', '0', [], null, '0']);
	expect(await of('grass')).toEqual(['300', '300', '0', '1', ['300'], '300', '300']);
	// An average is one of all rows, and the first value that of the first row.
	expect(await rows('SORTBY', '1', '@price', 'GROUPBY', '0', ...reduce('FIRST_VALUE', '@plain'))).toEqual([
		['FIRST_VALUE', null],
	]);
	expect(await rows('GROUPBY', '0', ...reduce('AVG', '@price'))).toEqual([['AVG', '140.1']]);
});

it('ranks by scores', async () => {
	const found = await redis.call(
		...['FT.AGGREGATE', 'idx', 'blue', 'SCORER', 'TFIDF', 'ADDSCORES', 'LOAD', '1', '@__key'],
		...['SORTBY', '2', '@__score', 'DESC'],
	);
	expect(found).toEqual([1, expect.arrayContaining(['__key', '1', '__score', '2'])]);
});

it('answers maps in RESP3', async () => {
	await using modern = await openRaw(redis.url, 3);
	const reply = await modern.send(['FT.AGGREGATE', 'idx', '@price:[100 100]', 'LOAD', '1', '@price']);
	const [size, ...parts] = reply.split(/\r\n(?:[$]\d+\r\n|[+])?/);
	expect(size).toBe('%5');
	expect(parts.join(' ')).toContain('results *1 %2 extra_attributes %1 price 100 values *0');
	expect(parts.join(' ')).toContain('total_results :1');
	const cut = await modern.send(['FT.AGGREGATE', 'idx', '*', 'APPLY', '@price', 'AS', 'p']);
	expect(cut).toContain('price: has no value');
});

it.each([
	[['GROUPBY', '1', 'kind'], 'Unknown property `kind`. Did you mean `@kind`?'],
	[['GROUPBY', '1', '@nope'], 'No such property `nope`|not loaded nor in'],
	[['GROUPBY', '1', '@kind', 'REDUCE', 'NOPE', '0'], 'No such reducer: NOPE'],
	[['GROUPBY', '0', 'REDUCE', 'SUM', '0'], 'SUM'],
	[['GROUPBY', '0', 'REDUCE', 'QUANTILE', '2', '@price', '1.5'], 'Percentage must be between 0.0 and 1.0'],
	[['GROUPBY', '0', 'REDUCE', 'QUANTILE', '2', '@price', 'x'], 'Bad arguments for QUANTILE'],
	[['GROUPBY', '0', 'REDUCE', 'RANDOM_SAMPLE', '2', '@name', '1001'], 'Sample size too large'],
	[['SORTBY', '1', 'price'], 'MISSING ASC or DESC after sort field (price)'],
	[
		['SORTBY', '1', '@price', 'APPLY', '1', 'AS', 'x', 'SORTBY', '1', '@kind'],
		'Multiple SORTBY steps are not allowed',
	],
	[['APPLY', '1 +', 'AS', 'x'], 'Syntax error at offset'],
	[['APPLY', 'nope(1)', 'AS', 'x'], "Unknown function name 'nope'"],
	[['LIMIT', '0'], 'LIMIT requires two arguments'],
	[['LIMIT', '1000001', '1'], 'OFFSET exceeds maximum of 1000000'],
	[['LOAD', 'x'], 'Bad arguments for LOAD: Expected number of fields or `*`'],
	[['LIMIT', '1', '0'], 'The `offset` of the LIMIT must be 0 when `num` is 0'],
	[['RETURN', '1', '@name'], 'RETURN is not supported on FT.AGGREGATE'],
	[['NONSENSE'], 'Unknown argument `NONSENSE`'],
])('refuses %j', async (words, message) => {
	await expect(aggregate(...words)).rejects.toThrow(new RegExp(message.replace(/[()?*]/g, '\\$&')));
});

it('refuses an expression without end', async () => {
	await expect(aggregate('APPLY', `1${'+1'.repeat(5000)}`, 'AS', 'x')).rejects.toThrow(
		'Expression is too long',
	);
});

it('refuses to make more groups than there is room for', async () => {
	const tags = Array.from({ length: 200 }, (_, i) => `t${i}`).join(',');
	const apply = ['a', 'b', 'c'].flatMap((name) => ['APPLY', `split("${tags}")`, 'AS', name]);
	await expect(aggregate(...apply, 'GROUPBY', '3', '@a', '@b', '@c')).rejects.toThrow(
		'More than 1000000 groups',
	);
});
