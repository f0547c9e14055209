import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CONFIG RESETSTAT',
	arity: 2,
	run(_args, { engine }) {
		engine.commandsProcessed = 0;
		engine.connectionsReceived = 0;
		return OK;
	},
};
