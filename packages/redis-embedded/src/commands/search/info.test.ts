import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const info = async (): Promise<Record<string, unknown>> => {
	const flat = (await redis.call('FT.INFO', 'idx')) as string[];
	return Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2)));
};

it('tells how an index was declared', async () => {
	await redis.call(
		...['FT.CREATE', 'idx', 'PREFIX', '2', 'a:', 'b:', 'STOPWORDS', '1', 'foo', 'NOOFFSETS', 'SCHEMA'],
		...[
			't',
			'AS',
			'text',
			'TEXT',
			'NOSTEM',
			'WEIGHT',
			'2',
			'SORTABLE',
			'g',
			'TAG',
			'SEPARATOR',
			';',
			'CASESENSITIVE',
		],
		...['n', 'NUMERIC', 'SORTABLE', 'NOINDEX', 'p', 'GEO'],
	);
	const { attributes, ...told } = await info();
	expect(told).toMatchObject({
		...{ index_name: 'idx', index_options: expect.arrayContaining(['NOOFFSETS', 'NOHL']), num_docs: 0 },
		...{ stopwords_list: ['foo'], hash_indexing_failures: 0, percent_indexed: '1' },
	});
	expect(told.index_definition).toEqual(
		expect.arrayContaining(['key_type', 'HASH', 'prefixes', ['a:', 'b:'], 'default_score', '1']),
	);
	const field = (identifier: string, name: string, type: string) =>
		['identifier', identifier, 'attribute', name, 'type', type] as unknown[];
	expect(attributes).toEqual([
		expect.arrayContaining([...field('t', 'text', 'TEXT'), 'WEIGHT', '2', 'SORTABLE', 'NOSTEM']),
		[...field('g', 'g', 'TAG'), 'SEPARATOR', ';', 'CASESENSITIVE'],
		[...field('n', 'n', 'NUMERIC'), 'SORTABLE', 'UNF', 'NOINDEX'],
		field('p', 'p', 'GEO'),
	]);
});

it.each([
	['HASH', 'NUMERIC', 'banana', "Invalid numeric value: 'banana'"],
	['HASH', 'GEO', 'aaaa', 'Invalid geo string'],
	['HASH', 'GEO', '1000,1000', 'Invalid geo coordinates: 1000.000000, 1000.000000'],
	['JSON', 'NUMERIC', 'banana', 'String type can represent only TEXT, TAG, GEO or GEOMETRY field'],
	['JSON', 'TEXT', 5, 'Numeric type can represent only NUMERIC field'],
	['JSON', 'TEXT', { a: 1 }, 'Object type can represent only GEOMETRY field'],
])('tells which %s does not suit a %s field, and why', async (on, type, value, error) => {
	const field = on === 'JSON' ? '$.f' : 'f';
	await redis.call('FT.CREATE', 'idx', 'ON', on, 'SCHEMA', '$.t', 'AS', 't', 'TEXT', field, 'AS', 'f', type);
	if (on === 'JSON') await redis.call('JSON.SET', 'x', '$', JSON.stringify({ f: value }));
	else await redis.call('HSET', 'x', 'f', value as string);
	const told = await info();
	const failed = [
		...['indexing failures', 1, 'last indexing error', expect.stringContaining(error)],
		...['last indexing error key', 'x'],
	];
	expect(told).toMatchObject({ num_docs: 0, 'Index Errors': failed });
	// Before its version 2.10.8 RediSearch did not tell of the fields of JSON.
	if (on === 'HASH')
		expect((told['field statistics'] as unknown[][]).map((each) => each[5])).toEqual([
			['indexing failures', 0, 'last indexing error', 'N/A', 'last indexing error key', 'N/A'],
			failed,
		]);
});

it('counts what it holds, and how often it was asked', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	expect(await info()).toMatchObject({
		number_of_uses: 1,
		records_per_doc_avg: 'nan',
		offsets_per_term_avg: 'nan',
	});
	await redis.call('FT.SEARCH', 'idx', '*');
	for (let i = 0; i < 5; i++) await redis.call('HSET', `d${i}`, 't', `hello term${i}`);
	await redis.call('DEL', 'd4');
	expect(await info()).toMatchObject({ num_docs: 4, max_doc_id: 5, number_of_uses: 3 });
});

it('tells flags apart in RESP3, and refuses what is no index', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'SORTABLE');
	await using modern = await openRaw(redis.url, 3);
	const reply = await modern.send(['FT.INFO', 'idx']);
	expect(reply).toContain('$6\r\nWEIGHT\r\n,1\r\n$5\r\nflags\r\n*1\r\n$8\r\nSORTABLE\r\n');
	expect(reply).toContain('$8\r\nnum_docs\r\n:0\r\n');
	await expect(redis.call('FT.INFO', 'none')).rejects.toThrow(/unknown index name/i);
});

it('measures what it holds', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT', 'NOSTEM', 'SORTABLE', 'n', 'NUMERIC');
	for (let i = 0; i < 20; i++) await redis.call('HSET', `doc:${i}`, 't', 'running blobs', 'n', i);
	const told = await info();
	expect(told).toMatchObject({ num_terms: 2, num_records: 60 });
	const measured = [
		...['inverted_sz_mb', 'offset_vectors_sz_mb', 'doc_table_size_mb', 'sortable_values_size_mb'],
		...['key_table_size_mb', 'bytes_per_record_avg', 'offsets_per_term_avg', 'offset_bits_per_record_avg'],
	];
	for (const name of [...measured, 'total_index_memory_sz_mb', 'total_inverted_index_blocks'])
		expect(Number(told[name]), name).toBeGreaterThan(0);
	expect(Number(told.total_index_memory_sz_mb)).toBeGreaterThan(Number(told.inverted_sz_mb));
});

it('tells in which dialects it was asked', async () => {
	const dialects = async () => (await info()).dialect_stats;
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	expect(await dialects()).toEqual(['dialect_1', 0, 'dialect_2', 0, 'dialect_3', 0, 'dialect_4', 0]);
	await redis.call('FT.SEARCH', 'idx', '*', 'DIALECT', 3);
	await redis.call('FT.SPELLCHECK', 'idx', 'word');
	await expect(redis.call('FT.SEARCH', 'idx', '@t:(', 'DIALECT', 2)).rejects.toThrow('Syntax error');
	expect(await dialects()).toEqual(['dialect_1', 1, 'dialect_2', 0, 'dialect_3', 1, 'dialect_4', 0]);
});

it('tells of a collection of garbage in doubles', async () => {
	await redis.call('FT.CREATE', 'idx', 'SCHEMA', 't', 'TEXT');
	expect((await info()).gc_stats).toEqual(
		expect.arrayContaining(['bytes_collected', '0', 'average_cycle_time_ms', 'nan']),
	);
});
