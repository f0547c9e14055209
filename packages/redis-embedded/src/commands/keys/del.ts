import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'DEL',
	arity: -2,
	write: true,
	frees: true,
	keys: [1, -1, 1],
	run: (args, client) => integer(args.slice(1).filter((key) => client.db.remove(key)).length),
};
