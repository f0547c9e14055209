import { nilArray } from '../protocol/reply.ts';
import type { Client } from './client.ts';
import { Multimap } from './multimap.ts';

/** A client that waits for something to arrive in one of its streams. */
interface Waiter {
	readonly keys: readonly string[];
	/** The reply that a change of that key brings, if there is one. */
	attempt(key: string): string | undefined;
	done(reply: string): void;
}

/** Blocked clients, served in the order in which they came. */
export class WaitingRoom {
	private readonly byKey = new Multimap<Waiter>();
	private readonly touched = new Set<string>();

	/**
	 * Makes a client wait until a change of one of the keys has a reply for it, which may be a RedisError, or for
	 * `timeout` milliseconds (0: without end), after which it gets a null.
	 */
	block(
		client: Client,
		keys: readonly string[],
		timeout: number,
		attempt: (key: string) => string | undefined,
	): undefined {
		const { engine } = client;
		const done = (reply: string) => {
			clearTimeout(timer);
			for (const key of keys) this.byKey.unlink(key, waiter);
			client.unblock = undefined;
			client.answer(reply);
			engine.awaitCommit(client);
			// Commands that came in the meantime run after the one that unblocked this client is through.
			setImmediate(client.resume);
		};
		const waiter = { keys, attempt: (key: string) => engine.answer(() => attempt(key)), done };
		for (const key of keys) this.byKey.link(key, waiter);
		client.unblock = (reply = nilArray(client)) => done(reply);
		const timer = timeout > 0 ? setTimeout(client.unblock, Math.min(timeout, 2 ** 31 - 1)) : undefined;
		return undefined;
	}
	touch(key: string): void {
		if (this.byKey.has(key)) this.touched.add(key);
	}
	/** Serves whoever can be served by what was touched. */
	serve(): void {
		if (this.touched.size === 0) return;
		for (const key of this.touched) {
			this.touched.delete(key);
			for (const waiter of [...(this.byKey.get(key) ?? [])]) {
				const reply = waiter.attempt(key);
				if (reply !== undefined) waiter.done(reply);
			}
		}
	}
}
