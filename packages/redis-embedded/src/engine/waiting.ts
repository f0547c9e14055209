/** A client that waits for something to arrive in one of its streams. */
export interface Waiter {
	readonly keys: readonly string[];
	/** The reply that a change of that key brings, if there is one. May throw a RedisError to end the waiting. */
	attempt(key: string): string | undefined;
	done(reply: string): void;
}

/** Blocked clients, served in the order in which they came. */
export class WaitingRoom {
	private readonly byKey = new Map<string, Set<Waiter>>();
	private readonly touched = new Set<string>();

	add(waiter: Waiter): void {
		for (const key of waiter.keys) {
			const waiters = this.byKey.get(key);
			if (waiters) waiters.add(waiter);
			else this.byKey.set(key, new Set([waiter]));
		}
	}
	remove(waiter: Waiter): void {
		for (const key of waiter.keys) {
			const waiters = this.byKey.get(key);
			waiters?.delete(waiter);
			if (waiters?.size === 0) this.byKey.delete(key);
		}
	}
	get size(): number {
		return new Set([...this.byKey.values()].flatMap((waiters) => [...waiters])).size;
	}
	touch(key: string): void {
		if (this.byKey.size > 0 && this.byKey.has(key)) this.touched.add(key);
	}
	/** Serves whoever can be served by what was touched. */
	serve(answer: (attempt: () => string | undefined) => string | undefined): void {
		if (this.touched.size === 0) return;
		for (const key of this.touched) {
			this.touched.delete(key);
			for (const waiter of [...(this.byKey.get(key) ?? [])]) {
				const reply = answer(() => waiter.attempt(key));
				if (reply !== undefined) waiter.done(reply);
			}
		}
	}
}
