import type { Command } from '../../engine/command.ts';
import { simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'RESET',
	arity: 1,
	pubsub: true,
	immediate: true,
	run(_args, client) {
		client.queue = undefined;
		client.queueBroken = false;
		client.engine.unwatch(client);
		client.engine.pubsub.unsubscribeAll(client);
		client.name = '';
		client.protocol = 2;
		return simple('RESET');
	},
};
