import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, bulks, double, integer, map, RedisError, toBytes } from '../../protocol/reply.ts';
import type { Field, Role } from '../../search/definition.ts';
import { DEFAULT_STOP_WORDS } from '../../search/fields/tokenize.ts';
import type { SearchIndex } from '../../search/search-index.ts';

// What is not measured here is there all the same: clients look for it. An average of nothing is NaN.
const SIZES = [
	...['offset_vectors_sz_mb', 'doc_table_size_mb', 'sortable_values_size_mb', 'key_table_size_mb'],
	...['tag_overhead_sz_mb', 'text_overhead_sz_mb', 'total_index_memory_sz_mb', 'geoshapes_sz_mb'],
];
const AVERAGES = ['bytes_per_record_avg', 'offsets_per_term_avg', 'offset_bits_per_record_avg'];
const GC_STATS = [
	...['bytes_collected', 'total_ms_run', 'total_cycles', 'average_cycle_time_ms', 'last_run_time_ms'],
	...['gc_numeric_trees_missed', 'gc_blocks_denied'],
];
const CURSOR_STATS = ['global_idle', 'global_total', 'index_capacity', 'index_total'];
const DIALECT_STATS = ['dialect_1', 'dialect_2', 'dialect_3', 'dialect_4'];

export const command: Command = {
	name: 'FT.INFO',
	arity: 2,
	run(args, client) {
		if (!client.engine.search.indexes.has(args[1]!)) throw new RedisError('Unknown index name');
		const index = client.engine.search.get(args[1]!);
		const { definition, documents, text, failures, uses } = index;
		const number = (name: string, value = 0) => [bulk(name), double(client, value)];
		const count = (name: string, value = 0) => [bulk(name), integer(value)];
		const counts = (name: string, names: readonly string[]) => [
			bulk(name),
			map(
				client,
				names.flatMap((each) => count(each)),
			),
		];
		const errors = (field?: Field) => {
			const failed = failures.of(field);
			return [
				bulk('Index Errors'),
				map(client, [
					...count('indexing failures', failed.count),
					...[bulk('last indexing error'), bulk(toBytes(failed.error))],
					...[bulk('last indexing error key'), bulk(failed.key)],
				]),
			];
		};
		const records = countRecords(index);
		return map(client, [
			...[bulk('index_name'), bulk(definition.name)],
			...[bulk('index_options'), bulks(definition.options)],
			...[bulk('index_definition'), describeDefinition(client, index)],
			...[bulk('attributes'), array(definition.fields.map((field) => describeField(client, field)))],
			...count('num_docs', documents.size),
			...count('max_doc_id', documents.lastNumber),
			...count('num_terms', text.terms.size),
			...count('num_records', records),
			...number('inverted_sz_mb'),
			...number('vector_index_sz_mb'),
			...count('total_inverted_index_blocks'),
			...SIZES.flatMap((name) => number(name)),
			...number('records_per_doc_avg', records / documents.size),
			...AVERAGES.flatMap((name) => number(name, 0 / records)),
			...count('hash_indexing_failures', failures.of().count),
			...number('total_indexing_time'),
			...count('indexing'),
			...number('percent_indexed', 1),
			...count('number_of_uses', uses),
			...count('cleaning'),
			...counts('gc_stats', GC_STATS),
			...counts('cursor_stats', CURSOR_STATS),
			...(definition.stopWords === DEFAULT_STOP_WORDS
				? []
				: [bulk('stopwords_list'), bulks([...definition.stopWords].map(toBytes))]),
			...counts('dialect_stats', DIALECT_STATS),
			...errors(),
			bulk('field statistics'),
			array(
				definition.fields.map((field) =>
					map(client, [
						...[bulk('identifier'), bulk(field.identifier), bulk('attribute'), bulk(toBytes(field.name))],
						...errors(field),
					]),
				),
			),
		]);
	},
};

function describeDefinition(client: Client, { definition }: SearchIndex): string {
	const { on, prefixes, args, language, defaultScore, roles, filter } = definition;
	const role = (name: Role) => (roles.has(name) ? [bulk(name.toLowerCase()), bulk(roles.get(name)!)] : []);
	return map(client, [
		...[bulk('key_type'), bulk(on)],
		...[bulk('prefixes'), bulks(prefixes)],
		...(filter ? [bulk('filter'), bulk(args[args.findIndex((word) => /^filter$/i.test(word)) + 1]!)] : []),
		...(language === 'english' ? [] : [bulk('default_language'), bulk(language)]),
		...role('LANGUAGE_FIELD'),
		...[bulk('default_score'), double(client, defaultScore)],
		...role('SCORE_FIELD'),
		...role('PAYLOAD_FIELD'),
	]);
}

function describeField(client: Client, field: Field): string {
	const pairs = [
		...[bulk('identifier'), bulk(field.identifier)],
		...[bulk('attribute'), bulk(toBytes(field.name))],
		...[bulk('type'), bulk(field.type)],
		...(field.type === 'TEXT' ? [bulk('WEIGHT'), double(client, field.weight)] : []),
		...(field.type === 'TAG' ? [bulk('SEPARATOR'), bulk(field.separator)] : []),
	];
	const flags = [
		...(field.caseSensitive ? ['CASESENSITIVE'] : []),
		...(field.sortable ? ['SORTABLE'] : []),
		...(field.sortable && field.exactSort ? ['UNF'] : []),
		...(field.stems ? [] : ['NOSTEM']),
		...(field.indexed ? [] : ['NOINDEX']),
		...field.marks,
	];
	if (client.protocol === 3) return map(client, [...pairs, bulk('flags'), bulks(flags)]);
	return array([...pairs, ...flags.map(bulk)]);
}

/** How many pairs there are of a document and what it is found by. */
function countRecords({ text, tags, numbers, points }: SearchIndex): number {
	let count = 0;
	text.terms.visit(({ size }) => {
		count += size;
	});
	for (const { records } of [...tags.values(), ...numbers.values(), ...points.values()]) count += records;
	return count;
}
