/** Numbers that look random and come again with the same seed, so that a run's plan can be repeated. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 to 1, without 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	/** @throws when there is nothing to pick from */
	pick<T>(choices: readonly T[]): T {
		const choice = choices[this.between(0, choices.length - 1)];
		if (choice === undefined) throw new Error('nothing to pick from');
		return choice;
	}

	/** One of the choices, each as likely as its weight says. */
	weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
		let rest = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [choice, weight] of choices) {
			rest -= weight;
			if (rest < 0) return choice;
		}
		return this.pick(choices.map(([choice]) => choice));
	}

	/** Some of the choices, each at most once. */
	some<T>(choices: readonly T[], count: number): T[] {
		const rest = [...choices];
		return Array.from({ length: Math.min(count, rest.length) }, () => {
			const [taken] = rest.splice(this.between(0, rest.length - 1), 1);
			return taken as T;
		});
	}

	/** Another source of numbers, which what is drawn from this one later does not change. */
	fork(): Random {
		return new Random(Math.floor(this.next() * 2 ** 32));
	}
}
