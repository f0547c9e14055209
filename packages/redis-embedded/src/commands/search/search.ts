import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import {
	array,
	bulk,
	bulkOrNil,
	double,
	EMPTY_ARRAY,
	formatDouble,
	integer,
	map,
	nil,
	toBytes,
	toText,
} from '../../protocol/reply.ts';
import { formatNumber } from '../../search/aggregate/row.ts';
import { findHits, type Hit } from '../../search/find-hits.ts';
import { loadAll, propertyReader, slotReader } from '../../search/load.ts';
import { resultMap } from '../../search/result-map.ts';
import type { SearchIndex } from '../../search/search-index.ts';
import { readSearchOptions, type SearchOptions } from '../../search/search-options.ts';
import { Words } from '../../search/words.ts';

export const command: Command = {
	name: 'FT.SEARCH',
	arity: -3,
	run(args, client) {
		const index = client.engine.search.get(args[1]!);
		const options = readSearchOptions(new Words(args, 3));
		const [hits, total] = findHits(client.db, index, toText(args[2]!), options);
		const read = options.noContent ? undefined : documentReader(client, index, options);
		return client.protocol === 3
			? asMap(client, index, hits, total, options, read)
			: asList(client, index, hits, total, options, read);
	},
};

/** Reads what is asked for of a hit: names and values, encoded and in turns. */
type DocumentReader = (hit: Hit) => string[];

function documentReader(client: Client, index: SearchIndex, options: SearchOptions): DocumentReader {
	const { returns, sortBy, dialect } = options;
	const lists = index.definition.on === 'JSON' && dialect > 2;
	// What is sorted by comes first.
	const sortName = sortBy && toBytes(sortBy.name);
	const wanted =
		returns?.toSorted((a, b) => Number(b.as === sortName) - Number(a.as === sortName)) ??
		(sortName === undefined ? [] : [{ name: sortName, as: sortName }]);
	const { hidden } = index;
	const readers = new Map<string, ReturnType<typeof slotReader>>();
	for (const { name, as } of wanted)
		if (!readers.has(as) && !hidden.has(as)) readers.set(as, slotReader(client.db, index, name, lists));
	/** What else documents have, in the order in which the first ones have it. */
	const others = new Set<string>();
	return ({ slot }) => {
		const all = returns ? undefined : loadAll(client.db.find(index.documents.keys[slot]!)?.value, lists);
		const flat: string[] = [];
		for (const [as, read] of readers) {
			const property = all?.get(as) ?? read(slot);
			all?.delete(as);
			if (property !== undefined)
				flat.push(bulk(as), bulk(typeof property === 'number' ? formatNumber(property) : property));
		}
		for (const name of all?.keys() ?? []) if (!hidden.has(name)) others.add(name);
		for (const name of others) {
			const property = all!.get(name);
			if (property !== undefined) flat.push(bulk(name), bulk(property));
		}
		return flat;
	};
}

/** Reads what goes with a document, encoded. */
function payloadReader(client: Client, index: SearchIndex): (slot: number) => string {
	const name = index.definition.roles.get('PAYLOAD_FIELD');
	const read = name === undefined ? undefined : propertyReader(index, name);
	return (slot) => bulkOrNil(client, read?.(client.db.find(index.documents.keys[slot]!)?.value));
}

function asList(
	client: Client,
	index: SearchIndex,
	hits: readonly Hit[],
	total: number,
	{ withScores, withPayloads, withSortKeys }: SearchOptions,
	read: DocumentReader | undefined,
): string {
	const items = [integer(total)];
	const payload = payloadReader(client, index);
	// Many of a page are worth the same.
	const scores = new Map<number, string>();
	for (const hit of hits) {
		items.push(index.documents.bulkKey(hit.slot));
		if (withScores) {
			const score = scores.get(hit.score) ?? bulk(formatDouble(hit.score));
			scores.set(hit.score, score);
			items.push(score);
		}
		if (withPayloads) items.push(payload(hit.slot));
		if (withSortKeys) items.push(sortKey(client, hit));
		if (read) items.push(array(read(hit)));
	}
	return array(items);
}

function asMap(
	client: Client,
	index: SearchIndex,
	hits: readonly Hit[],
	total: number,
	{ withScores, withPayloads, withSortKeys }: SearchOptions,
	read: DocumentReader | undefined,
): string {
	const payload = payloadReader(client, index);
	const results = hits.map((hit) =>
		map(client, [
			...[bulk('id'), index.documents.bulkKey(hit.slot)],
			...(withScores ? [bulk('score'), double(client, hit.score)] : []),
			...(withPayloads ? [bulk('payload'), payload(hit.slot)] : []),
			...(withSortKeys ? [bulk('sortkey'), sortKey(client, hit)] : []),
			...(read ? [bulk('extra_attributes'), map(client, read(hit))] : []),
			...[bulk('values'), EMPTY_ARRAY],
		]),
	);
	return resultMap(client, total, results);
}

/** What a document is sorted by, with a sign that tells numbers from texts. */
function sortKey(client: Client, { sortKey: value }: Hit): string {
	if (value === undefined) return nil(client);
	return bulk(typeof value === 'number' ? `#${formatNumber(value)}` : `$${toBytes(value)}`);
}
