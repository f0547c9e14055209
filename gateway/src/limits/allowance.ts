/** So much of something in each stretch of time. */
export class Allowance {
	readonly #most: number;
	readonly #everyMs: number;
	#left = 0;
	#renewAt = Number.NEGATIVE_INFINITY;

	constructor(most: number, everyMs: number) {
		this.#most = most;
		this.#everyMs = everyMs;
	}

	/** @returns whether there was as much left, which is taken then */
	take(amount: number, now: number): boolean {
		if (now >= this.#renewAt) {
			this.#left = this.#most;
			this.#renewAt = now + this.#everyMs;
		}
		if (amount > this.#left) return false;
		this.#left -= amount;
		return true;
	}
}
