import { block } from '../../engine/block.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, EMPTY_ARRAY, nilArray, RedisError } from '../../protocol/reply.ts';
import type { ConsumerGroup } from '../../values/consumer-group.ts';
import { type StreamEntry, StreamValue } from '../../values/stream.ts';
import { compareIds, MAX_ID, nextId, parseId } from '../../values/stream-id.ts';
import { entriesReply, entryReply, streamsReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';
import { readCount } from './group-lag.ts';
import { type ReadOptions, readOptions } from './read-options.ts';

export const command: Command = {
	name: 'XREADGROUP',
	arity: -7,
	write: true,
	run(args, client) {
		const options = readOptions(args, true);
		const { keys, ids, block: timeout } = options;
		for (const [i, key] of keys.entries()) {
			groupOf(client, key, options.group!, ' in XREADGROUP with GROUP option');
			if (ids[i] === '$') {
				throw new RedisError(
					'ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this ' +
						'consumer by specifying a proper ID, or use the > ID to get new messages. ' +
						'The $ ID would just return an empty result set.',
				);
			}
			if (ids[i] !== '>') parseId(ids[i]!, 0);
		}
		for (const key of keys) {
			const { group } = groupOf(client, key, options.group!);
			client.db.edit(key, StreamValue).seeConsumer(group, options.consumer, client.db.now);
		}
		const attempt = () => readAll(client, options);
		const reply = attempt();
		if (reply !== undefined) return reply;
		if (timeout === undefined || client.inTransaction) return nilArray(client);
		return block(client, keys, timeout, attempt, nilArray(client));
	},
};

function readAll(client: Client, options: ReadOptions): string | undefined {
	const found: [string, string][] = [];
	for (const [i, key] of options.keys.entries()) {
		const { stream, group } = groupOf(client, key, options.group!, ' in XREADGROUP with GROUP option');
		const id = options.ids[i]!;
		if (id !== '>')
			found.push([key, readHistory(client, client.db.edit(key, StreamValue), group, options, id)]);
		// Nothing is touched while there is nothing new: whoever waits would be woken by its own attempt.
		else if (compareIds(stream.last, group.last) > 0) {
			const entries = readNew(client, client.db.edit(key, StreamValue), group, options);
			if (entries.length > 0) found.push([key, entriesReply(client, entries)]);
		}
	}
	return found.length > 0 ? streamsReply(client, found) : undefined;
}

/** Entries nobody of the group has got yet; they become pending unless NOACK is given. */
function readNew(
	client: Client,
	stream: StreamValue,
	group: ConsumerGroup,
	{ consumer: name, count, noAck }: ReadOptions,
): StreamEntry[] {
	const start = nextId(group.last);
	if (start === undefined) return [];
	const entries = [...stream.range(start, MAX_ID).take(count)];
	if (entries.length === 0) return [];
	const consumer = stream.seeConsumer(group, name, client.db.now);
	consumer.activeAt = client.db.now;
	const read = entries.reduce<number | null>((count, { id }) => readCount(stream, count, id), group.read);
	stream.setGroup(group.name, entries.at(-1)!.id, read);
	if (!noAck) for (const { id } of entries) stream.assign(group, consumer, id, client.db.now, 1);
	return entries;
}

/** The consumer's own pending entries after an ID; giving one again counts as another delivery. */
function readHistory(
	client: Client,
	stream: StreamValue,
	group: ConsumerGroup,
	{ consumer: name, count }: ReadOptions,
	id: string,
): string {
	const start = nextId(parseId(id, 0));
	const pending = group.consumers.get(name)?.pending;
	if (start === undefined || pending === undefined) return EMPTY_ARRAY;
	const { now } = client.db;
	return array(
		[...pending.from(start).take(count)].map(({ id, consumer, count }) => {
			const entry = stream.get(id);
			if (entry) stream.assign(group, consumer, id, now, count + 1);
			return entryReply(client, id, entry);
		}),
	);
}
