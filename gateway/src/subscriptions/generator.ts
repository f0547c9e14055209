export const done = { done: true, value: undefined } as const;

/** An async generator made of two functions: one that is written as a generator cannot be ended while it waits. */
export class EndableGenerator<T> implements AsyncGenerator<T, undefined> {
	readonly next: () => Promise<IteratorResult<T, undefined>>;
	readonly #end: () => void;

	/** @param end called when whoever reads leaves; may be called more than once */
	constructor(next: () => Promise<IteratorResult<T, undefined>>, end: () => void) {
		this.next = next;
		this.#end = end;
	}

	async return(): Promise<typeof done> {
		this.#end();
		return done;
	}

	throw(): Promise<typeof done> {
		return this.return();
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#end();
	}
}
