import type { Command } from '../../engine/command.ts';
import { bulk, integer, nil, push } from '../../protocol/reply.ts';

export const command: Command = unsubscription('UNSUBSCRIBE', 'channels');

export function unsubscription(name: string, kind: 'channels' | 'patterns'): Command {
	return {
		name,
		arity: -1,
		pubsub: true,
		run(args, client) {
			const word = bulk(name.toLowerCase());
			const names = args.length > 1 ? args.slice(1) : [...client[kind]];
			if (names.length === 0) return push(client, [word, nil(client), integer(client.subscriptions)]);
			let reply = '';
			for (const channel of names) {
				client.engine.pubsub.unsubscribe(kind, channel, client);
				reply += push(client, [word, bulk(channel), integer(client.subscriptions)]);
			}
			return reply;
		},
	};
}
