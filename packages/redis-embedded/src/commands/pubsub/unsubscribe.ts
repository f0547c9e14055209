import type { Command } from '../../engine/command.ts';
import { bulk, bulkOrNil, integer, push } from '../../protocol/reply.ts';
import { confirm } from './subscribe.ts';

export const unsubscription = (name: string, kind: 'channels' | 'patterns'): Command => ({
	name,
	arity: -1,
	pubsub: true,
	run(args, client) {
		const names = args.length > 1 ? args.slice(1) : [...client[kind]];
		return confirm(client, names.length > 0 ? names : [undefined], (channel) => {
			if (channel !== undefined) client.engine.pubsub.unsubscribe(kind, channel, client);
			const count = integer(client.subscriptions);
			return push(client, [bulk(name.toLowerCase()), bulkOrNil(client, channel), count]);
		});
	},
});

export const command = unsubscription('UNSUBSCRIBE', 'channels');
