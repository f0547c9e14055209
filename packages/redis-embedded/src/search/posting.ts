import type { DocumentSet } from './document-set.ts';
import { EMPTY, insertAt, lowerBound, removeAt } from './growing-array.ts';
import type { Scoring } from './scoring.ts';

/** Set in a place that holds a frequency, not the only position. */
const SEVERAL = 2 ** 31;
const COUNT = SEVERAL - 1;

/** A term and the documents it is in, with its positions unless it is a stem. */
export class Posting {
	readonly term: string;
	/** What the words of one stem share; undefined for a stem, and for a word that is its own. */
	readonly stem: Posting | undefined;
	/** How many documents there are. */
	size = 0;
	private readonly positioned: boolean;
	/** Ascending, and in the same order where the term stands in them. */
	private slots: Uint32Array = EMPTY;
	private places: Uint32Array = EMPTY;
	private several: Map<number, number[]> | undefined;

	constructor(term: string, positioned: boolean, stem: Posting | undefined) {
		this.term = term;
		this.positioned = positioned;
		this.stem = stem;
	}

	/** Notes that the term stands in a document once more. @returns how often it does */
	add(slot: number, position: number): number {
		const at = lowerBound(this.slots, this.size, slot);
		if (at >= this.size || this.slots[at] !== slot) {
			this.slots = insertAt(this.slots, this.size, at, slot);
			this.places = insertAt(this.places, this.size++, at, position);
			return 1;
		}
		const before = this.places[at]!;
		const frequency = before >= SEVERAL ? (before & COUNT) + 1 : 2;
		this.places[at] = SEVERAL + frequency;
		if (this.positioned) {
			this.several ??= new Map();
			if (frequency === 2) this.several.set(slot, [before, position]);
			else this.several.get(slot)!.push(position);
		}
		return frequency;
	}

	remove(slot: number): void {
		const at = lowerBound(this.slots, this.size, slot);
		if (at >= this.size || this.slots[at] !== slot) return;
		removeAt(this.slots, this.size, at);
		removeAt(this.places, this.size--, at);
		this.several?.delete(slot);
	}

	has(slot: number): boolean {
		const at = lowerBound(this.slots, this.size, slot);
		return at < this.size && this.slots[at] === slot;
	}
	/** Their slots, ascending. */
	documents(): Uint32Array {
		return this.slots.subarray(0, this.size);
	}
	addTo(set: DocumentSet): void {
		for (let i = 0; i < this.size; i++) set.add(this.slots[i]!);
	}

	positions(slot: number): readonly number[] {
		const at = lowerBound(this.slots, this.size, slot);
		if (at >= this.size || this.slots[at] !== slot) return [];
		return this.several?.get(slot) ?? [this.places[at]!];
	}

	/** Adds what the term is worth to the scores of the documents it is in. */
	score({ among, scores, slots, weigh }: Scoring, weight: number, factor: number): void {
		const { size } = this;
		const score = (at: number) => {
			const place = this.places[at]!;
			const frequency = place >= SEVERAL ? place & COUNT : 1;
			const slot = this.slots[at]!;
			scores[slot]! += weigh(frequency * weight, size, slot) * factor;
		};
		// Few documents among which a common term counts are looked up in it one by one.
		if (slots.length * Math.log2(size + 1) < size) {
			for (const slot of slots) {
				const at = lowerBound(this.slots, size, slot);
				if (at < size && this.slots[at] === slot) score(at);
			}
		} else for (let at = 0; at < size; at++) if (among.has(this.slots[at]!)) score(at);
	}
}
