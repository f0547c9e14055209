import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { EMPTY_ARRAY, nilArray } from '../../protocol/reply.ts';
import { StreamValue } from '../../values/stream.ts';
import { parseEnd, parseStart } from '../../values/stream-id.ts';
import { entriesReply } from './entry-reply.ts';

export const rangeOf = (name: string, reverse: boolean): Command => ({
	name,
	arity: -4,
	keys: [1, 1, 1],
	run(args, client) {
		const start = parseStart(args[reverse ? 3 : 2]!);
		const end = parseEnd(args[reverse ? 2 : 3]!);
		let count = Number.POSITIVE_INFINITY;
		for (let at = 4; at < args.length; at += 2) {
			if (args[at]!.toUpperCase() !== 'COUNT' || args[at + 1] === undefined) throw syntaxError();
			count = Math.max(0, parseInteger(args[at + 1]));
		}
		const stream = client.db.read(args[1]!, StreamValue);
		if (stream === undefined) return EMPTY_ARRAY;
		if (count === 0) return nilArray(client);
		const { entries } = stream;
		const found = reverse ? entries.rangeBackwards(start, end) : entries.range(start, end);
		return entriesReply(client, found.take(count));
	},
});

export const command = rangeOf('XRANGE', false);
