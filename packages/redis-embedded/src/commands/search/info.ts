import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, bulks, double, integer, map, RedisError, toBytes } from '../../protocol/reply.ts';
import type { Field, Role } from '../../search/definition.ts';
import { DEFAULT_STOP_WORDS } from '../../search/fields/tokenize.ts';
import { sizesOf } from '../../search/index-sizes.ts';
import type { SearchIndex } from '../../search/search-index.ts';

// What there is none of is there all the same: clients look for it. An average of nothing is NaN.
const GC_STATS = {
	...{ bytes_collected: 0, total_ms_run: 0, total_cycles: 0, average_cycle_time_ms: Number.NaN },
	...{ last_run_time_ms: 0, gc_numeric_trees_missed: 0, gc_blocks_denied: 0 },
};
const CURSOR_STATS = { global_idle: 0, global_total: 0, index_capacity: 128, index_total: 0 };
const DIALECTS = [1, 2, 3, 4];

export const command: Command = {
	name: 'FT.INFO',
	arity: 2,
	run(args, client) {
		if (!client.engine.search.indexes.has(args[1]!)) throw new RedisError('Unknown index name');
		const index = client.engine.search.get(args[1]!);
		const { definition, documents, failures, usage } = index;
		const number = (name: string, value = 0) => [bulk(name), double(client, value)];
		const count = (name: string, value = 0) => [bulk(name), integer(value)];
		const megabytes = (name: string, bytes = 0) => number(name, bytes / 2 ** 20);
		const group = (name: string, pairs: readonly string[][]) => [bulk(name), map(client, pairs.flat())];
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
		const sizes = sizesOf(index);
		const { records, offsets } = sizes;
		return map(client, [
			...[bulk('index_name'), bulk(definition.name)],
			...[bulk('index_options'), bulks(definition.options)],
			...[bulk('index_definition'), describeDefinition(client, index)],
			...[bulk('attributes'), array(definition.fields.map((field) => describeField(client, field)))],
			...count('num_docs', documents.size),
			...count('max_doc_id', documents.lastNumber),
			...count('num_terms', sizes.terms),
			...count('num_records', records),
			...megabytes('inverted_sz_mb', sizes.recordBytes),
			...megabytes('vector_index_sz_mb'),
			...count('total_inverted_index_blocks', sizes.blocks),
			...megabytes('offset_vectors_sz_mb', sizes.offsetBytes),
			...megabytes('doc_table_size_mb', sizes.documentBytes),
			...megabytes('sortable_values_size_mb', sizes.sortBytes),
			...megabytes('key_table_size_mb', sizes.keyBytes),
			...megabytes('tag_overhead_sz_mb'),
			...megabytes('text_overhead_sz_mb'),
			...megabytes('total_index_memory_sz_mb', sizes.totalBytes),
			...megabytes('geoshapes_sz_mb'),
			...number('records_per_doc_avg', records / documents.size),
			...number('bytes_per_record_avg', sizes.recordBytes / records),
			...number('offsets_per_term_avg', offsets / records),
			...number('offset_bits_per_record_avg', (8 * sizes.offsetBytes) / offsets),
			...count('hash_indexing_failures', failures.of().count),
			...number('total_indexing_time'),
			...count('indexing'),
			...number('percent_indexed', 1),
			...count('number_of_uses', usage.count),
			...count('cleaning'),
			...group(
				'gc_stats',
				Object.entries(GC_STATS).map(([name, value]) => number(name, value)),
			),
			...group(
				'cursor_stats',
				Object.entries(CURSOR_STATS).map(([name, value]) => count(name, value)),
			),
			...(definition.stopWords === DEFAULT_STOP_WORDS
				? []
				: [bulk('stopwords_list'), bulks([...definition.stopWords].map(toBytes))]),
			...group(
				'dialect_stats',
				DIALECTS.map((dialect) => count(`dialect_${dialect}`, Number(usage.dialects.has(dialect)))),
			),
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
