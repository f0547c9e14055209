import type { Command } from '../../engine/command.ts';
import { bulk, integer, push } from '../../protocol/reply.ts';

export const command: Command = subscription('SUBSCRIBE', 'channels');

export function subscription(name: string, kind: 'channels' | 'patterns'): Command {
	return {
		name,
		arity: -2,
		pubsub: true,
		run(args, client) {
			let reply = '';
			for (const channel of args.slice(1)) {
				client.engine.pubsub.subscribe(kind, channel, client);
				reply += push(client, [bulk(name.toLowerCase()), bulk(channel), integer(client.subscriptions)]);
			}
			return reply;
		},
	};
}
