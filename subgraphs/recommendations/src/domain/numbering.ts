/** Small numbers for names, so that arrays can be kept by them. What is given back is given out again. */
export class Numbering {
	readonly #numbers = new Map<string, number>();
	readonly #names: string[] = [];
	readonly #free: number[] = [];

	/** How many names have a number. */
	get size(): number {
		return this.#numbers.size;
	}

	/** Numbers are below this. */
	get end(): number {
		return this.#names.length;
	}

	numberOf(name: string): number | undefined {
		return this.#numbers.get(name);
	}

	/** The name that has a number, or had it last. */
	nameOf(number: number): string {
		return this.#names[number]!;
	}

	/** The number of a name, a new one where it has none. */
	take(name: string): number {
		const known = this.#numbers.get(name);
		if (known !== undefined) return known;
		const number = this.#free.pop() ?? this.#names.length;
		this.#names[number] = name;
		this.#numbers.set(name, number);
		return number;
	}

	giveBack(number: number): void {
		if (this.#numbers.delete(this.#names[number]!)) this.#free.push(number);
	}
}
