/**
 * Hands values on, one at a time, to a single reader. A value that the reader has not taken gives way to a newer one:
 * whoever is slow misses states in between, never the latest.
 */
export class Mailbox<T> {
	#value: { value: T } | undefined;
	#ended = false;
	#reader: ((result: IteratorResult<T, undefined>) => void) | undefined;

	put(value: T): void {
		if (this.#ended) return;
		if (this.#reader) this.#answer({ done: false, value });
		else this.#value = { value };
	}

	/** No value comes any more; the reader still gets the one that waits. */
	end(): void {
		this.#ended = true;
		this.#answer({ done: true, value: undefined });
	}

	/** The value that waits, or else the next one. */
	take(): Promise<IteratorResult<T, undefined>> {
		const waiting = this.#value;
		this.#value = undefined;
		if (waiting) return Promise.resolve({ done: false, value: waiting.value });
		if (this.#ended) return Promise.resolve({ done: true, value: undefined });
		return new Promise((resolve) => {
			this.#reader = resolve;
		});
	}

	#answer(result: IteratorResult<T, undefined>): void {
		this.#reader?.(result);
		this.#reader = undefined;
	}
}
