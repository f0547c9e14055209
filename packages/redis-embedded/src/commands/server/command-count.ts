import type { Command } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'COMMAND COUNT',
	arity: 2,
	run: (_args, client) => integer(client.engine.commands.commands.size),
};
