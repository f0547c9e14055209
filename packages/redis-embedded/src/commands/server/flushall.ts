import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

/** Removes every key; the indexes stay, empty. */
export const command: Command = {
	name: 'FLUSHALL',
	arity: -1,
	write: true,
	run(args, client) {
		if (args.length > 2 || (args[1] !== undefined && !/^(a?sync)$/i.test(args[1]))) throw syntaxError();
		client.db.clear();
		return OK;
	},
};
