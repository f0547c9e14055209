import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import {
	array,
	bulk,
	bulks,
	double,
	EMPTY_ARRAY,
	integer,
	map,
	RedisError,
	toBytes,
} from '../../protocol/reply.ts';
import { DEFAULT_STOP_WORDS } from '../../search/tokenize.ts';

const NOT_MEASURED = [
	'num_records',
	'inverted_sz_mb',
	'vector_index_sz_mb',
	'total_inverted_index_blocks',
	'offset_vectors_sz_mb',
	'doc_table_size_mb',
	'sortable_values_size_mb',
	'key_table_size_mb',
	'records_per_doc_avg',
	'bytes_per_record_avg',
	'offsets_per_term_avg',
	'offset_bits_per_record_avg',
];
const GC_STATS = [
	'bytes_collected',
	'total_ms_run',
	'total_cycles',
	'average_cycle_time_ms',
	'last_run_time_ms',
	'gc_numeric_trees_missed',
	'gc_blocks_denied',
];
const CURSOR_STATS = ['global_idle', 'global_total', 'index_capacity', 'index_total'];

const zeros = (client: Client, names: readonly string[]): string =>
	map(
		client,
		names.flatMap((name) => [bulk(name), integer(0)]),
	);

export const command: Command = {
	name: 'FT.INFO',
	arity: 2,
	run(args, client) {
		if (!client.engine.search.indexes.has(args[1]!)) throw new RedisError('Unknown index name');
		const index = client.engine.search.get(args[1]!);
		const { definition } = index;
		const text = (value: string) => bulk(toBytes(value));
		const attributes = definition.fields.map((field) => {
			const pairs = [
				...[bulk('identifier'), bulk(field.identifier)],
				...[bulk('attribute'), text(field.name)],
				...[bulk('type'), bulk(field.type)],
				...(field.type === 'TEXT' ? [bulk('WEIGHT'), double(client, field.weight)] : []),
				...(field.type === 'TAG' ? [bulk('SEPARATOR'), bulk(field.separator)] : []),
			];
			const flags = [
				...(field.caseSensitive ? ['CASESENSITIVE'] : []),
				...(field.sortable ? ['SORTABLE'] : []),
				...(field.stems ? [] : ['NOSTEM']),
				...(field.indexed ? [] : ['NOINDEX']),
			];
			if (client.protocol === 3) return map(client, [...pairs, bulk('flags'), bulks(flags)]);
			return array([...pairs, ...flags.map(bulk)]);
		});
		return map(client, [
			...[bulk('index_name'), bulk(definition.name)],
			...[bulk('index_options'), EMPTY_ARRAY],
			bulk('index_definition'),
			map(client, [
				...[bulk('key_type'), bulk(definition.on)],
				...[bulk('prefixes'), bulks(definition.prefixes)],
				...[bulk('default_score'), double(client, definition.defaultScore)],
			]),
			...[bulk('attributes'), array(attributes)],
			...[bulk('num_docs'), integer(index.documents.size)],
			...[bulk('max_doc_id'), integer(index.documents.lastNumber)],
			...[bulk('num_terms'), integer([...index.text.values()].reduce((sum, each) => sum + each.size, 0))],
			// Clients take these apart by position, so all are there, measured or not.
			...NOT_MEASURED.flatMap((name) => [bulk(name), bulk('0')]),
			...[bulk('hash_indexing_failures'), integer(index.failures)],
			...[bulk('indexing'), integer(0)],
			...[bulk('percent_indexed'), double(client, 1)],
			...[bulk('gc_stats'), zeros(client, GC_STATS)],
			...[bulk('cursor_stats'), zeros(client, CURSOR_STATS)],
			...(definition.stopWords === DEFAULT_STOP_WORDS
				? []
				: [bulk('stopwords_list'), bulks([...definition.stopWords].map(toBytes))]),
		]);
	},
};
