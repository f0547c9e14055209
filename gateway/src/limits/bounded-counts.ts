/** Counts something by a key, up to a limit. */
export class BoundedCounts {
	readonly #limit: number;
	readonly #counts = new Map<string, number>();

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** @returns what takes it back, or nothing when there are too many */
	take(key: string): (() => void) | undefined {
		const count = this.#counts.get(key) ?? 0;
		if (count >= this.#limit) return undefined;
		this.#counts.set(key, count + 1);
		return () => {
			const left = (this.#counts.get(key) ?? 1) - 1;
			if (left > 0) this.#counts.set(key, left);
			else this.#counts.delete(key);
		};
	}
}
