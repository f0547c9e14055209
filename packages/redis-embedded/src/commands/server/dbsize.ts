import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'DBSIZE',
	arity: 1,
	run: (_args, client) => integer(client.db.entries.size),
};
