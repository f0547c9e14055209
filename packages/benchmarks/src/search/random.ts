/** Repeatable random numbers: the same seed gives the same documents and queries. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed;
	}
	/** From 0 up to 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}
	/** One of these, the first far more often than the last, as words occur in texts. */
	zipf<T>(items: readonly T[]): T {
		return items[Math.floor(items.length ** this.next()) - 1]!;
	}
	/** One of these, each as often. */
	one<T>(items: readonly T[]): T {
		return items[Math.floor(this.next() * items.length)]!;
	}
}
