import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, double, map, RedisError, simple, toBytes, toText } from '../../protocol/reply.ts';
import { parseQuery } from '../../search/query/query.ts';
import { readDialect } from '../../search/search-options.ts';
import { type Misspelling, misspellings } from '../../search/spelling.ts';
import { Words } from '../../search/words.ts';

const MAX_DISTANCE = 4;

export const command: Command = {
	name: 'FT.SPELLCHECK',
	arity: -3,
	run(args, client) {
		const { search } = client.engine;
		if (!search.indexes.has(args[1]!)) throw new RedisError('Unknown Index name');
		const index = search.get(args[1]!);
		const { distance, dialect } = readOptions(args);
		const { stopWords } = index.definition;
		const query = parseQuery(toText(args[2]!), { dialect, params: new Map(), stopWords });
		index.usage.dialects.add(dialect);
		const found = misspellings(index, query, distance);
		return client.protocol === 3 ? asMap(client, found) : asList(client, found);
	},
};

function readOptions(args: readonly string[]): { distance: number; dialect: number } {
	const words = new Words(args, 3);
	let [distance, dialect] = [1, 1];
	while (words.more) {
		const option = words.next().toUpperCase();
		if (option === 'DISTANCE') {
			if (!words.more) throw new RedisError('DISTANCE arg is given but no DISTANCE comes after');
			distance = Number(words.next());
			if (!Number.isInteger(distance) || distance < 1 || distance > MAX_DISTANCE) {
				throw new RedisError(
					`bad distance given, distance must be a natural number between 1 to ${MAX_DISTANCE}`,
				);
			}
		} else if (option === 'DIALECT') dialect = readDialect(words);
		else if (option === 'TERMS') throw new RedisError('TERMS is not supported: there are no dictionaries');
		else throw new RedisError(`Unknown argument \`${words.last}\``);
	}
	return { distance, dialect };
}

const asList = (client: Client, found: readonly Misspelling[]): string =>
	array(
		found.map(({ word, suggestions }) =>
			array([
				simple('TERM'),
				bulk(toBytes(word)),
				array(suggestions.map(({ term, score }) => array([double(client, score), bulk(toBytes(term))]))),
			]),
		),
	);

const asMap = (client: Client, found: readonly Misspelling[]): string =>
	map(client, [
		bulk('results'),
		map(
			client,
			found.flatMap(({ word, suggestions }) => [
				bulk(toBytes(word)),
				array(
					suggestions.map(({ term, score }) => map(client, [bulk(toBytes(term)), double(client, score)])),
				),
			]),
		),
	]);
