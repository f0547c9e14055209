import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, nilArray, RedisError } from '../../protocol/reply.ts';
import type { ConsumerGroup } from '../../values/consumer-group.ts';
import type { StreamEntry, StreamValue } from '../../values/stream.ts';
import { nextId, parseId, type StreamId } from '../../values/stream-id.ts';
import { entriesReply, entryReply, streamsReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';
import { readCount } from './group-lag.ts';
import { type ReadOptions, readOptions } from './read-options.ts';

export const command: Command = {
	name: 'XREADGROUP',
	arity: -7,
	write: true,
	frees: true,
	run(args, client) {
		const options = readOptions(args, true);
		for (const { key, stream, group } of sources(client, options)) {
			stream.seeConsumer(group, options.consumer, client.db.now);
			client.db.amend(key);
		}
		const attempt = () => readAll(client, options);
		const reply = attempt();
		if (reply !== undefined) return reply;
		if (options.block === undefined || client.inTransaction) return nilArray(client);
		return client.engine.waiting.block(client, options.keys, options.block, attempt);
	},
};

interface Source {
	readonly key: string;
	readonly stream: StreamValue;
	readonly group: ConsumerGroup;
	/** Where the consumer's history is read from; undefined for what is new. */
	readonly after: StreamId | undefined;
}

/** What is to be read; throws if any of it is not there. */
const sources = (client: Client, { keys, ids, group }: ReadOptions): Source[] =>
	keys.map((key, i) => {
		const id = ids[i]!;
		const found = groupOf(client, key, group!, ' in XREADGROUP with GROUP option');
		if (id === '$' || id === '+') {
			throw new RedisError(
				`ERR The ${id} ID is meaningless in the context of XREADGROUP: you want to read the history of this ` +
					'consumer by specifying a proper ID, or use the > ID to get new messages. ' +
					`The ${id} ID would just return an empty result set.`,
			);
		}
		return { key, ...found, after: id === '>' ? undefined : parseId(id) };
	});

/** Changes nothing as long as there is nothing to read: whoever waits tries again and again. */
function readAll(client: Client, options: ReadOptions): string | undefined {
	const found: [string, string][] = [];
	for (const source of sources(client, options)) {
		if (source.after) found.push([source.key, readHistory(client, source, source.after, options)]);
		else {
			const entries = readNew(client, source, options);
			if (entries.length > 0) found.push([source.key, entriesReply(client, entries)]);
		}
	}
	return found.length > 0 ? streamsReply(client, found) : undefined;
}

/** Entries nobody of the group has got yet; they become pending unless NOACK is given. */
function readNew(client: Client, { key, stream, group }: Source, options: ReadOptions): StreamEntry[] {
	const start = nextId(group.last);
	const entries = start ? [...stream.entries.range(start).take(options.count)] : [];
	if (entries.length === 0) return entries;
	const { now } = client.db;
	const consumer = stream.seeConsumer(group, options.consumer, now);
	let { last, read } = group;
	for (const { id } of entries) {
		read = readCount(stream, last, read, id);
		last = id;
		if (!options.noAck) stream.assign(group, consumer, id, now, 1);
	}
	if (!options.noAck) consumer.activeAt = now;
	stream.setGroup(group.name, last, read);
	client.db.amend(key);
	return entries;
}

/** The consumer's own pending entries after an ID; giving one again counts as another delivery. */
function readHistory(
	client: Client,
	{ stream, group }: Source,
	after: StreamId,
	options: ReadOptions,
): string {
	const start = nextId(after);
	const pending = start && group.consumers.get(options.consumer)?.pending.range(start).take(options.count);
	return array(
		[...(pending ?? [])].map(({ id, consumer, count }) => {
			const entry = stream.entries.get(id);
			if (entry) stream.assign(group, consumer, id, client.db.now, count + 1);
			return entryReply(client, id, entry);
		}),
	);
}
