import type { Client } from '../../engine/client.ts';
import { array, bulk, map, nilArray } from '../../protocol/reply.ts';
import type { StreamEntry } from '../../values/stream.ts';
import { formatId, type StreamId } from '../../values/stream-id.ts';

/** An entry as replies carry it: its ID and its fields; null for one deleted from the stream. */
export const entryReply = (client: Client, id: StreamId, entry: StreamEntry | undefined): string =>
	array([bulk(formatId(id)), entry?.fields ?? nilArray(client)]);

export const entriesReply = (client: Client, entries: Iterable<StreamEntry>): string =>
	array(Array.from(entries, (entry) => entryReply(client, entry.id, entry)));

/** The entries of several streams: a map in RESP3, pairs in RESP2. */
export function streamsReply(
	client: Client,
	found: readonly (readonly [key: string, entries: string])[],
): string {
	const pairs = found.map(([key, entries]) => [bulk(key), entries]);
	return client.protocol === 3 ? map(client, pairs.flat()) : array(pairs.map((pair) => array(pair)));
}
