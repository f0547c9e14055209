import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'RENAME',
	arity: 3,
	write: true,
	keys: [1, 2, 1],
	run(args, client) {
		const entry = client.db.find(args[1]!);
		if (entry === undefined) throw new RedisError('ERR no such key');
		if (args[1] !== args[2]) client.db.rename(entry, args[2]!);
		return OK;
	},
};
