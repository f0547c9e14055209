import type { Command } from '../../engine/command.ts';
import { simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'RESET',
	arity: 1,
	pubsub: true,
	immediate: true,
	run(_args, client) {
		client.endTransaction();
		client.engine.pubsub.unsubscribeAll(client);
		client.name = '';
		client.protocol = 2;
		client.muted = 0;
		return simple('RESET');
	},
};
