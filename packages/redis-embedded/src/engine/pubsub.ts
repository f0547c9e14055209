import { bulk, push } from '../protocol/reply.ts';
import type { Client } from './client.ts';
import { matchesGlob } from './glob.ts';
import { Multimap } from './multimap.ts';

/** Who listens to which channels and patterns. */
export class PubSub {
	readonly channels = new Multimap<Client>();
	readonly patterns = new Multimap<Client>();

	subscribe(kind: 'channels' | 'patterns', name: string, client: Client): void {
		client[kind].add(name);
		this[kind].link(name, client);
	}

	unsubscribe(kind: 'channels' | 'patterns', name: string, client: Client): void {
		if (client[kind].delete(name)) this[kind].unlink(name, client);
	}

	unsubscribeAll(client: Client): void {
		for (const name of [...client.channels]) this.unsubscribe('channels', name, client);
		for (const name of [...client.patterns]) this.unsubscribe('patterns', name, client);
	}

	/** Sends a message to everyone who listens; how many that were. */
	publish(channel: string, message: string): number {
		let count = 0;
		for (const client of this.channels.get(channel) ?? []) {
			client.push(push(client, [bulk('message'), bulk(channel), bulk(message)]));
			count++;
		}
		for (const [pattern, clients] of this.patterns) {
			if (!matchesGlob(pattern, channel)) continue;
			for (const client of clients) {
				client.push(push(client, [bulk('pmessage'), bulk(pattern), bulk(channel), bulk(message)]));
				count++;
			}
		}
		return count;
	}
}
