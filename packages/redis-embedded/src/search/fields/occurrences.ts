/** All text fields of an index: a bit each. Those from the 32nd on share one. */
export const ALL_FIELDS = -1;
export const bitOf = (field: number): number => 1 << Math.min(field, 31);

/** The ways in which terms occur in documents, a number for each: in which fields and how often. */
export class Occurrences {
	/** Bits. */
	readonly fields: number[] = [];
	/** By the weights of the fields. */
	readonly frequencies: number[] = [];
	private readonly known = new Map<string, number>();

	of(fields: number, frequency: number): number {
		const id = `${fields} ${frequency}`;
		let number = this.known.get(id);
		if (number === undefined) {
			number = this.fields.push(fields) - 1;
			this.frequencies.push(frequency);
			this.known.set(id, number);
		}
		return number;
	}
	both(a: number, b: number): number {
		return this.of(this.fields[a]! | this.fields[b]!, this.frequencies[a]! + this.frequencies[b]!);
	}
}
