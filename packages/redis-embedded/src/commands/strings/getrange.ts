import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulk } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'GETRANGE',
	arity: 4,
	keys: [1, 1, 1],
	run(args, client) {
		const [start, end] = [parseInteger(args[2]), parseInteger(args[3])];
		const text = client.db.read(args[1]!, StringValue)?.text ?? '';
		if (start < 0 && end < 0 && start > end) return bulk('');
		// An end before the beginning still gives the first byte.
		const last = end < 0 ? Math.max(0, text.length + end) : end;
		return bulk(text.slice(start, last + 1));
	},
};
