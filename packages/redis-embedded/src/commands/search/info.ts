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
			...[bulk('num_terms'), integer([...index.text.values()].reduce((sum, each) => sum + each.size, 0))],
			...[bulk('hash_indexing_failures'), integer(index.failures)],
			...[bulk('indexing'), integer(0)],
			...[bulk('percent_indexed'), double(client, 1)],
		]);
	},
};
