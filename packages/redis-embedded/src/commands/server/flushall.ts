import { syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = { name: 'FLUSHALL', arity: -1, write: true, run: flush };

/** Removes every key, and the indexes with them. */
export function flush(args: readonly string[], client: Client): string {
	if (args.length > 2 || (args[1] && !['ASYNC', 'SYNC'].includes(args[1].toUpperCase()))) throw syntaxError();
	client.db.clear();
	client.engine.search.clear();
	return OK;
}
