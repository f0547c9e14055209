import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HEXISTS',
	arity: 3,
	keys: [1, 1, 1],
	run: (args, client) => integer(client.db.read(args[1]!, HashValue)?.fields.has(args[2]!) ? 1 : 0),
};
