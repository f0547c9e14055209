import type { Command } from '../../engine/command.ts';
import { OK } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'UNWATCH',
	arity: 1,
	run(_args, client) {
		client.engine.unwatch(client);
		return OK;
	},
};
