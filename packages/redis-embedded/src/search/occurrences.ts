/** All text fields of an index: a bit each. Those from the 32nd on share one. */
export const ALL_FIELDS = -1;
export const bitOf = (field: number): number => 1 << Math.min(field, 31);

/** The ways in which terms stand in documents, a number for each: in which fields, how often, and where. */
export class Occurrences {
	/** Bits. */
	readonly fields: number[] = [];
	/** By the weights of the fields. */
	readonly frequencies: number[] = [];
	/** 0 where it stands in several places. */
	readonly positions: number[] = [];
	private readonly known = new Map<number | string, number>();
	private readonly weights: readonly number[];

	/** @param weights of the fields */
	constructor(weights: readonly number[]) {
		this.weights = weights;
	}

	/** In one place of a field. Stems are worth a fifth. */
	once(field: number, position: number, isStem: boolean): number {
		const id = (position * 1024 + field) * 2 + Number(isStem);
		return (
			this.known.get(id) ?? this.learn(id, bitOf(field), worth(this.weights[field]! * (isStem ? 0.2 : 1)), position)
		);
	}
	/** In the places of both. */
	both(a: number, b: number): number {
		const fields = this.fields[a]! | this.fields[b]!;
		const frequency = this.frequencies[a]! + this.frequencies[b]!;
		const id = `${fields} ${frequency}`;
		return this.known.get(id) ?? this.learn(id, fields, frequency, 0);
	}

	private learn(id: number | string, fields: number, frequency: number, position: number): number {
		const number = this.fields.push(fields) - 1;
		this.frequencies.push(frequency);
		this.positions.push(position);
		this.known.set(id, number);
		return number;
	}
}

/** A word of a field with that weight counts as so many. */
export const worth = (weight: number): number => Math.max(1, Math.trunc(weight));
