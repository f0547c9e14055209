import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'STRLEN',
	arity: 2,
	keys: [1, 1, 1],
	run: (args, client) => integer(client.db.read(args[1]!, StringValue)?.text.length ?? 0),
};
