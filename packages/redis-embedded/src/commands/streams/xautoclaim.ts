import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { array, bulk, bulks, RedisError } from '../../protocol/reply.ts';
import { type StreamEntry, StreamValue } from '../../values/stream.ts';
import { formatId, MAX_ID, MIN_ID, parseRange } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';

export const command: Command = {
	name: 'XAUTOCLAIM',
	arity: -6,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		const { now } = client.db;
		const minIdle = Math.max(0, parseInteger(args[4], 'ERR Invalid min-idle-time argument for XAUTOCLAIM'));
		const bounds = parseRange(args[5]!, '+');
		let count = 100;
		let justId = false;
		for (let i = 6; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if (option === 'JUSTID') justId = true;
			else if (option === 'COUNT' && i + 1 < args.length) {
				count = parseInteger(args[++i], 'ERR COUNT must be > 0');
				if (count < 1) throw new RedisError('ERR COUNT must be > 0');
			} else throw syntaxError();
		}
		const { group } = groupOf(client, key, args[2]!);
		const stream = client.db.edit(key, StreamValue);
		const consumer = stream.seeConsumer(group, args[3]!, now);
		const claimed: StreamEntry[] = [];
		const deleted: string[] = [];
		let next = MIN_ID;
		let attempts = count * 10;
		for (const pending of [...group.pending.from(bounds?.[0] ?? MAX_ID).take(attempts + 1)]) {
			if (attempts-- === 0 || count === 0) {
				next = pending.id;
				break;
			}
			const entry = stream.get(pending.id);
			if (entry === undefined) {
				stream.acknowledge(group, pending);
				deleted.push(formatId(pending.id));
				count--;
				continue;
			}
			if (now - pending.deliveredAt < minIdle) continue;
			stream.assign(group, consumer, pending.id, now, pending.count + (justId ? 0 : 1));
			consumer.activeAt = now;
			claimed.push(entry);
			count--;
		}
		const entries = justId ? bulks(claimed.map(({ id }) => formatId(id))) : entriesReply(client, claimed);
		return array([bulk(formatId(next)), entries, bulks(deleted)]);
	},
};
