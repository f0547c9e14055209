import type { Command } from '../../engine/command.ts';
import { nilArray, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { compareIds, MIN_ID, nextId, parseId } from '../../values/stream-id.ts';
import { entriesReply, streamsReply } from './entry-reply.ts';
import { readOptions } from './read-options.ts';

export const command: Command = {
	name: 'XREAD',
	arity: -4,
	run(args, client) {
		const { count, block: timeout, keys, ids } = readOptions(args, false);
		const { db } = client;
		// What `$` means is settled now, what `+` means when there is something to read.
		const after = ids.map((text, i) => {
			const last = db.read(keys[i]!, StreamValue)?.last ?? MIN_ID;
			if (text === '>') {
				throw new RedisError(
					'ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.',
				);
			}
			return text === '$' ? last : text === '+' ? undefined : parseId(text);
		});
		const attempt = () => {
			const streams = keys.map((key) => db.read(key, StreamValue));
			const found: [string, string][] = [];
			for (const [i, stream] of streams.entries()) {
				const last = stream?.entries.last()?.id;
				const start = after[i] ? nextId(after[i]) : last;
				if (!stream || !last || !start || compareIds(last, start) < 0) continue;
				found.push([keys[i]!, entriesReply(client, stream.entries.range(start).take(count))]);
			}
			return found.length > 0 ? streamsReply(client, found) : undefined;
		};
		const reply = attempt();
		if (reply !== undefined) return reply;
		if (timeout === undefined || client.inTransaction) return nilArray(client);
		// A key that becomes something else, or goes, wakes nobody: it may yet become a stream again.
		return client.engine.waiting.block(client, keys, timeout, (key) =>
			db.find(key)?.value instanceof StreamValue ? attempt() : undefined,
		);
	},
};
