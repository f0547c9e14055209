import { parseInteger } from '../../engine/arguments.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { bulks, RedisError } from '../../protocol/reply.ts';
import type { StreamEntry } from '../../values/stream.ts';
import { compareIds, formatId, parseId, readId, type StreamId } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';

export const command: Command = {
	name: 'XCLAIM',
	arity: -6,
	...freesKey,
	run(args, client) {
		const key = args[1]!;
		const { now } = client.db;
		const { stream, group } = groupOf(client, key, args[2]!);
		const minIdle = parseInteger(args[4], 'ERR Invalid min-idle-time argument for XCLAIM');
		const { ids, deliveredAt, retryCount, force, justId, lastId } = claimOptions(args, now);
		if (lastId && compareIds(lastId, group.last) > 0) stream.setGroup(group.name, lastId, group.read);
		const consumer = stream.seeConsumer(group, args[3]!, now);
		const claimed: StreamEntry[] = [];
		for (const id of ids) {
			const pending = group.pending.get(id);
			const entry = stream.entries.get(id);
			if (entry === undefined) {
				// What is deleted from the stream stops being pending.
				stream.acknowledge(group, id);
				continue;
			}
			if (pending ? minIdle > 0 && now - pending.deliveredAt < minIdle : !force) continue;
			const count = retryCount ?? (pending?.count ?? 1) + (justId ? 0 : 1);
			stream.assign(group, consumer, id, deliveredAt, count);
			consumer.activeAt = now;
			claimed.push(entry);
		}
		client.db.amend(key);
		return justId ? bulks(claimed.map(({ id }) => formatId(id))) : entriesReply(client, claimed);
	},
};

/** The IDs from the sixth word on, and the options after them. */
function claimOptions(args: readonly string[], now: number) {
	const ids: StreamId[] = [];
	let deliveredAt = now;
	let retryCount: number | undefined;
	let force = false;
	let justId = false;
	let lastId: StreamId | undefined;
	let at = 5;
	for (; at < args.length; at++) {
		const id = readId(args[at]!);
		if (id === undefined) break;
		ids.push(id);
	}
	for (; at < args.length; at++) {
		const option = args[at]!.toUpperCase();
		const integer = () => parseInteger(args[++at], `ERR Invalid ${option} option argument for XCLAIM`);
		const more = at + 1 < args.length;
		if (option === 'FORCE') force = true;
		else if (option === 'JUSTID') justId = true;
		else if (option === 'IDLE' && more) deliveredAt = now - integer();
		else if (option === 'TIME' && more) deliveredAt = integer();
		else if (option === 'RETRYCOUNT' && more) retryCount = integer();
		else if (option === 'LASTID' && more) lastId = parseId(args[++at]!);
		else throw new RedisError(`ERR Unrecognized XCLAIM option '${args[at]}'`);
	}
	if (deliveredAt < 0 || deliveredAt > now) deliveredAt = now;
	if (retryCount !== undefined && retryCount < 0) retryCount = undefined;
	return { ids, deliveredAt, retryCount, force, justId, lastId };
}
