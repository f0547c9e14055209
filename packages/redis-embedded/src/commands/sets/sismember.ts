import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';

export const command: Command = {
	name: 'SISMEMBER',
	arity: 3,
	keys: [1, 1, 1],
	run: (args, client) => integer(client.db.read(args[1]!, SetValue)?.members.has(args[2]!) ? 1 : 0),
};
