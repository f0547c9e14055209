import { block } from '../../engine/block.ts';
import type { Command } from '../../engine/command.ts';
import { nilArray, RedisError } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import {
	compareIds,
	MAX_ID,
	MIN_ID,
	nextId,
	parseId,
	previousId,
	type StreamId,
} from '../../values/stream-id.ts';
import { entriesReply, streamsReply } from './entry-reply.ts';
import { readOptions } from './read-options.ts';

export const command: Command = {
	name: 'XREAD',
	arity: -4,
	run(args, client) {
		const { count, block: timeout, keys, ids } = readOptions(args, false);
		const after = ids.map((text, i): StreamId => {
			const stream = client.db.read(keys[i]!, StreamValue);
			if (text === '$') return stream?.last ?? MIN_ID;
			if (text === '>') {
				throw new RedisError(
					'ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.',
				);
			}
			if (text === '+') return (stream?.entries.last() && previousId(stream.entries.last()!.id)) ?? MAX_ID;
			return parseId(text, 0);
		});
		const attempt = () => {
			const found: [string, string][] = [];
			for (const [i, key] of keys.entries()) {
				const start = nextId(after[i]!);
				const stream = client.db.read(key, StreamValue);
				if (stream === undefined || start === undefined || compareIds(stream.last, start) < 0) continue;
				const entries = [...stream.range(start, MAX_ID).take(count)];
				if (entries.length > 0) found.push([key, entriesReply(client, entries)]);
			}
			return found.length > 0 ? streamsReply(client, found) : undefined;
		};
		const reply = attempt();
		if (reply !== undefined) return reply;
		if (timeout === undefined || client.inTransaction) return nilArray(client);
		return block(client, keys, timeout, attempt, nilArray(client));
	},
};
