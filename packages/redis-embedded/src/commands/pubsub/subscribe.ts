import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { bulk, integer, push } from '../../protocol/reply.ts';

export const subscription = (name: string, kind: 'channels' | 'patterns'): Command => ({
	name,
	arity: -2,
	pubsub: true,
	run: (args, client) =>
		confirm(client, args.slice(1), (channel) => {
			client.engine.pubsub.subscribe(kind, channel, client);
			return push(client, [bulk(name.toLowerCase()), bulk(channel), integer(client.subscriptions)]);
		}),
});

export const command = subscription('SUBSCRIBE', 'channels');

/** Answers with a message for each channel; a client that wants no replies gets these all the same. */
export function confirm<T>(client: Client, channels: readonly T[], tell: (channel: T) => string): string {
	const messages = channels.map(tell).join('');
	if (client.muted > 0) client.push(messages);
	return messages;
}
