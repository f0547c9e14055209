import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'QUIT',
	arity: -1,
	pubsub: true,
	immediate: true,
	run(_args, client) {
		client.closing = true;
		return OK;
	},
};
