import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulks, RedisError } from '../../protocol/reply.ts';
import { type StreamEntry, StreamValue } from '../../values/stream.ts';
import { compareIds, formatId, parseId, type StreamId } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';

export const command: Command = {
	name: 'XCLAIM',
	arity: -6,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		const { now } = client.db;
		const { group } = groupOf(client, key, args[2]!);
		const minIdle = Math.max(0, parseInteger(args[4], 'ERR Invalid min-idle-time argument for XCLAIM'));
		let at = 5;
		const ids: StreamId[] = [];
		for (; at < args.length && /^\d+(-\d+)?$/.test(args[at]!); at++) ids.push(parseId(args[at]!, 0));
		const options = claimOptions(args, at, now);
		const stream = client.db.edit(key, StreamValue);
		const { lastId } = options;
		if (lastId && compareIds(lastId, group.last) > 0) stream.setGroup(group.name, lastId, group.read);
		const consumer = stream.seeConsumer(group, args[3]!, now);
		const claimed: StreamEntry[] = [];
		for (const id of ids) {
			const pending = group.pending.get(id);
			const entry = stream.get(id);
			if (entry === undefined) {
				// What is deleted from the stream stops being pending.
				if (pending) stream.acknowledge(group, pending);
				continue;
			}
			if (pending === undefined && !options.force) continue;
			if (pending && minIdle > 0 && now - pending.deliveredAt < minIdle) continue;
			const before = pending?.count ?? (options.force ? 0 : 1);
			const count = options.retryCount ?? before + (options.justId ? 0 : 1);
			stream.assign(group, consumer, id, options.deliveredAt, count);
			consumer.activeAt = now;
			claimed.push(entry);
		}
		return options.justId ? bulks(claimed.map(({ id }) => formatId(id))) : entriesReply(client, claimed);
	},
};

function claimOptions(args: readonly string[], from: number, now: number) {
	let deliveredAt = now;
	let retryCount: number | undefined;
	let force = false;
	let justId = false;
	let lastId: StreamId | undefined;
	for (let i = from; i < args.length; i++) {
		const option = args[i]!.toUpperCase();
		const more = i + 1 < args.length;
		if (option === 'FORCE') force = true;
		else if (option === 'JUSTID') justId = true;
		else if (option === 'IDLE' && more) {
			deliveredAt = now - parseInteger(args[++i], 'ERR Invalid IDLE option argument for XCLAIM');
		} else if (option === 'TIME' && more) {
			deliveredAt = parseInteger(args[++i], 'ERR Invalid TIME option argument for XCLAIM');
		} else if (option === 'RETRYCOUNT' && more) {
			retryCount = parseInteger(args[++i], 'ERR Invalid RETRYCOUNT option argument for XCLAIM');
			if (retryCount < 0) throw new RedisError('ERR Invalid RETRYCOUNT option argument for XCLAIM');
		} else if (option === 'LASTID' && more) lastId = parseId(args[++i]!, 0);
		else throw new RedisError(`ERR Unrecognized XCLAIM option '${args[i]}'`);
	}
	return { deliveredAt: Math.min(Math.max(deliveredAt, 0), now), retryCount, force, justId, lastId };
}
