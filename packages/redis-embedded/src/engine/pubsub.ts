import { bulk, push } from '../protocol/reply.ts';
import type { Client } from './client.ts';
import { matchesGlob } from './glob.ts';

/** Who listens to which channels and patterns. */
export class PubSub {
	readonly channels = new Map<string, Set<Client>>();
	readonly patterns = new Map<string, Set<Client>>();

	subscribe(kind: 'channels' | 'patterns', name: string, client: Client): void {
		client[kind].add(name);
		const listeners = this[kind].get(name);
		if (listeners) listeners.add(client);
		else this[kind].set(name, new Set([client]));
	}

	unsubscribe(kind: 'channels' | 'patterns', name: string, client: Client): void {
		if (!client[kind].delete(name)) return;
		const listeners = this[kind].get(name);
		listeners?.delete(client);
		if (listeners?.size === 0) this[kind].delete(name);
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
