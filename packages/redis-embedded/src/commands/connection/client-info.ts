import type { Command } from '../../engine/command.ts';
import { describeClient } from '../../engine/identity.ts';
import { verbatim } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT INFO',
	arity: 2,
	run: (args, client) => verbatim(client, describeClient(client, args)),
};
