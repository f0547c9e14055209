import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

/** Removes every key, and the indexes with them. */
export const command: Command = {
	name: 'FLUSHALL',
	arity: -1,
	write: true,
	frees: true,
	run(args, { db, engine }) {
		if (args.length > 2 || (args[1] !== undefined && !/^a?sync$/i.test(args[1]))) throw syntaxError();
		db.clear();
		engine.search.clear();
		return OK;
	},
};
