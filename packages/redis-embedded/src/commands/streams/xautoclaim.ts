import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { array, bulk, bulks, RedisError } from '../../protocol/reply.ts';
import type { StreamEntry } from '../../values/stream.ts';
import { formatId, MIN_ID, parseStart } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';
import { groupOf } from './find-group.ts';

const INVALID_COUNT = 'ERR COUNT must be > 0';
const MAX_COUNT = 2 ** 59;
/** How many pending entries are looked at for each that may be claimed. */
const ATTEMPTS = 10;

export const command: Command = {
	name: 'XAUTOCLAIM',
	arity: -6,
	...freesKey,
	run(args, client) {
		const key = args[1]!;
		const { now } = client.db;
		const minIdle = parseInteger(args[4], 'ERR Invalid min-idle-time argument for XAUTOCLAIM');
		const start = parseStart(args[5]!);
		let count = 100;
		let justId = false;
		for (let i = 6; i < args.length; i++) {
			const option = args[i]!.toUpperCase();
			if (option === 'JUSTID') justId = true;
			else if (option === 'COUNT' && i + 1 < args.length) {
				count = parseInteger(args[++i], INVALID_COUNT);
				if (count < 1 || count >= MAX_COUNT) throw new RedisError(INVALID_COUNT);
			} else throw syntaxError();
		}
		const { stream, group } = groupOf(client, key, args[2]!);
		const consumer = stream.seeConsumer(group, args[3]!, now);
		const claimed: StreamEntry[] = [];
		const deleted: string[] = [];
		let next = MIN_ID;
		let attempts = count * ATTEMPTS;
		for (const pending of [...group.pending.range(start).take(attempts + 1)]) {
			if (attempts-- === 0 || count === 0) {
				next = pending.id;
				break;
			}
			const entry = stream.entries.get(pending.id);
			if (entry === undefined) {
				stream.acknowledge(group, pending.id);
				deleted.push(formatId(pending.id));
				count--;
				continue;
			}
			if (minIdle > 0 && now - pending.deliveredAt < minIdle) continue;
			stream.assign(group, consumer, pending.id, now, pending.count + (justId ? 0 : 1));
			consumer.activeAt = now;
			claimed.push(entry);
			count--;
		}
		client.db.amend(key);
		const entries = justId ? bulks(claimed.map(({ id }) => formatId(id))) : entriesReply(client, claimed);
		return array([bulk(formatId(next)), entries, bulks(deleted)]);
	},
};
