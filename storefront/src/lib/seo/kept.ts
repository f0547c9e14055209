interface Options<Value> {
	make: () => Promise<Value>;
	keptMs: number;
	now?: () => number;
}

/** A value that is costly to make: made when asked for, once for all who wait, and kept for a while. */
export class Kept<Value> {
	readonly #options: Required<Options<Value>>;
	#last: { value: Value; until: number } | undefined;
	#making: Promise<Value> | undefined;

	constructor({ now = Date.now, ...options }: Options<Value>) {
		this.#options = { ...options, now };
	}

	/** The last one is given for longer while none can be made. @throws what making the first one threw */
	async get(): Promise<Value> {
		const last = this.#last;
		if (last && last.until > this.#options.now()) return last.value;
		this.#making ??= this.#make().finally(() => {
			this.#making = undefined;
		});
		return last ? this.#making.catch(() => last.value) : this.#making;
	}

	async #make(): Promise<Value> {
		const { make, keptMs, now } = this.#options;
		const value = await make();
		this.#last = { value, until: now() + keptMs };
		return value;
	}
}
