import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import type { Keyspace } from '../../engine/keyspace.ts';
import {
	array,
	bulk,
	double,
	EMPTY_ARRAY,
	formatDouble,
	integer,
	map,
	RedisError,
	toBytes,
	toText,
} from '../../protocol/reply.ts';
import { loadAll, loadProperty } from '../../search/load.ts';
import { compile } from '../../search/matcher.ts';
import { compareValues, firstOf } from '../../search/order.ts';
import { parseQuery } from '../../search/query.ts';
import { resultMap } from '../../search/result-map.ts';
import { scorer } from '../../search/scorer.ts';
import { type Indexed, type SearchIndex, type SortValue, sortValueOf } from '../../search/search-index.ts';
import { readSearchOptions, type SearchOptions } from '../../search/search-options.ts';

export const command: Command = {
	name: 'FT.SEARCH',
	arity: -3,
	run(args, client) {
		const index = client.engine.search.get(args[1]!);
		const options = readSearchOptions(args, 3);
		const [hits, total] = findHits(client.db, index, toText(args[2]!), options);
		return client.protocol === 3
			? asMap(client, index, hits, total, options)
			: asList(client, index, hits, total, options);
	},
};

interface Hit {
	readonly document: Indexed;
	readonly score: number;
	readonly sortBy: SortValue | undefined;
}

/** The hits of one page, and how many there are in all. */
function findHits(db: Keyspace, index: SearchIndex, text: string, options: SearchOptions): [Hit[], number] {
	const { sortBy, offset, count, inKeys } = options;
	const scoring = scorer(options.scorer, index);
	const query = parseQuery(text, options.dialect, options.params);
	const matcher = compile(query, {
		index,
		verbatim: options.verbatim,
		fields: options.inFields,
		weigh: scoring.weigh,
	});
	const field = sortBy && index.field(sortBy.name);
	if (sortBy && !field) throw new RedisError(`Property \`${sortBy.name}\` not loaded nor in schema`);
	const scored = sortBy === undefined || options.withScores;
	const hits = Iterator.from(matcher.documents())
		.map((number) => index.documents.get(number)!)
		.filter(({ key }) => inKeys === undefined || inKeys.has(key))
		.map((document): Hit => {
			const score = scored ? scoring.total(document.number, matcher) : 0;
			return {
				document,
				score,
				sortBy: field && sortValueOf(field, document, () => db.find(document.key)?.value),
			};
		});
	const compare = (a: Hit, b: Hit): number => {
		const descending = sortBy?.descending ?? false;
		const order = sortBy ? compareValues(a.sortBy, b.sortBy, descending) : b.score - a.score;
		return order || (a.document.number - b.document.number) * (descending ? -1 : 1);
	};
	const [first, total] = firstOf(hits, offset + count, compare);
	return [first.slice(offset), total];
}

/** The properties of a hit that are asked for; none when only keys are. */
function properties(
	client: Client,
	index: SearchIndex,
	hit: Hit,
	options: SearchOptions,
): Map<string, string> {
	const value = client.db.find(hit.document.key)?.value;
	const { returns, sortBy } = options;
	const found = new Map<string, string>();
	const take = (name: string, as: string) => {
		const property = loadProperty(index, value, name);
		if (property !== undefined) found.set(as, property);
	};
	if (returns) for (const { name, as } of returns) take(name, as);
	else {
		// What is sorted by comes first.
		if (sortBy) take(toBytes(sortBy.name), toBytes(sortBy.name));
		for (const [name, property] of loadAll(value)) if (!found.has(name)) found.set(name, property);
	}
	return found;
}

const flat = (found: Map<string, string>): string[] =>
	[...found].flatMap(([name, value]) => [bulk(name), bulk(value)]);

function asList(
	client: Client,
	index: SearchIndex,
	hits: Hit[],
	total: number,
	options: SearchOptions,
): string {
	const items = hits.flatMap((hit) => [
		bulk(hit.document.key),
		...(options.withScores ? [bulk(formatDouble(hit.score))] : []),
		...(options.noContent ? [] : [array(flat(properties(client, index, hit, options)))]),
	]);
	return array([integer(total), ...items]);
}

function asMap(
	client: Client,
	index: SearchIndex,
	hits: Hit[],
	total: number,
	options: SearchOptions,
): string {
	const results = hits.map((hit) =>
		map(client, [
			...[bulk('id'), bulk(hit.document.key)],
			...(options.withScores ? [bulk('score'), double(client, hit.score)] : []),
			...(options.noContent
				? []
				: [bulk('extra_attributes'), map(client, flat(properties(client, index, hit, options)))]),
			...[bulk('values'), EMPTY_ARRAY],
		]),
	);
	return resultMap(client, total, results);
}
