import type { Command } from '../../engine/command.ts';
import { checkName } from '../../engine/identity.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT SETNAME',
	arity: 3,
	run(args, client) {
		client.name = checkName(args[2]!);
		return OK;
	},
};
