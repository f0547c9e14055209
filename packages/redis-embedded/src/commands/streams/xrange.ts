import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { EMPTY_ARRAY, nilArray } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseRange } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';

export const command: Command = rangeOf('XRANGE', false);

export function rangeOf(name: string, reverse: boolean): Command {
	return {
		name,
		arity: -4,
		keys: [1, 1, 1],
		run(args, client) {
			let count = Number.POSITIVE_INFINITY;
			if (args.length > 4) {
				if (args.length !== 6 || args[4]!.toUpperCase() !== 'COUNT') throw syntaxError();
				count = Math.max(0, parseInteger(args[5]));
			}
			const bounds = reverse ? parseRange(args[3]!, args[2]!) : parseRange(args[2]!, args[3]!);
			const stream = client.db.read(args[1]!, StreamValue);
			if (stream === undefined || bounds === undefined) return EMPTY_ARRAY;
			if (args.length === 6 && count === 0) return nilArray(client);
			const entries = reverse ? stream.rangeBackwards(...bounds) : stream.range(...bounds);
			return entriesReply(client, entries.take(count));
		},
	};
}
