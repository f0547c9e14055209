import type { Scoring } from '../scoring.ts';
import type { DocumentSet } from './document-set.ts';
import { EMPTY, enlarged, NARROWEST, widened } from './growing-array.ts';
import type { Occurrences } from './occurrences.ts';

/** A term and the documents it is in. */
export class Posting {
	readonly term: string;
	/** What the words of one stem share; undefined for a stem, and for a word that is its own. */
	readonly stem: Posting | undefined;
	size = 0;
	/** Of a stem: how many words share it, be they stemmed where they stand or not. */
	words = 0;
	/** Its number in the index. */
	readonly id: number;
	private readonly occurrences: Occurrences;
	/** Slots in ascending order. */
	private slots: Uint32Array = EMPTY;
	/** How the term occurs there: most documents share few ways. */
	private ways = NARROWEST;

	constructor(term: string, occurrences: Occurrences, id: number, stem?: Posting) {
		this.term = term;
		this.id = id;
		this.occurrences = occurrences;
		this.stem = stem;
	}

	get bytes(): number {
		return this.slots.byteLength + this.ways.byteLength;
	}

	/** Notes that the term occurs in a document like that, too. @returns how often it does */
	add(slot: number, occurrence: number): number {
		const at = this.place(slot);
		let now = occurrence;
		if (at < this.size && this.slots[at] === slot) {
			now = this.occurrences.both(this.ways[at]!, occurrence);
		} else {
			const end = this.size++;
			this.slots = enlarged(this.slots, this.size);
			this.ways = enlarged(this.ways, this.size);
			if (at < end) {
				this.slots.copyWithin(at + 1, at, end);
				this.ways.copyWithin(at + 1, at, end);
			}
			this.slots[at] = slot;
		}
		this.ways = widened(this.ways, now);
		this.ways[at] = now;
		return this.occurrences.frequencies[now]!;
	}
	remove(slot: number): void {
		const at = this.find(slot);
		if (at < 0) return;
		this.slots.copyWithin(at, at + 1, this.size);
		this.ways.copyWithin(at, at + 1, this.size--);
	}

	/** Whether the term stands in any of these fields of a document. */
	has(slot: number, fields: number): boolean {
		const at = this.find(slot);
		return at >= 0 && this.isIn(at, fields);
	}
	/** Whether any document has the term in any of these fields. */
	isInAny(fields: number): boolean {
		for (let at = 0; at < this.size; at++) if (this.isIn(at, fields)) return true;
		return false;
	}
	/** Adds the documents that have the term in any of these fields. */
	addTo(set: DocumentSet, fields: number): void {
		for (let at = 0; at < this.size; at++) if (this.isIn(at, fields)) set.add(this.slots[at]!);
	}

	/**
	 * Adds what the term is worth to the scores of the documents that have it in any of these fields.
	 *
	 * @param done those that have got theirs, where each gets but one
	 */
	score(scoring: Scoring, factor: number, fields: number, done?: DocumentSet): void {
		const { size, slots, ways } = this;
		const { among, scores } = scoring;
		const { frequencies } = this.occurrences;
		const value = scoring.weigh(size);
		const score = (at: number) => {
			const slot = slots[at]!;
			if (!this.isIn(at, fields) || done?.has(slot)) return;
			done?.add(slot);
			scores[slot]! += value(frequencies[ways[at]!]!, slot) * factor;
		};
		// Few documents among which a common term counts are looked up in it one by one.
		if (scoring.slots.length * Math.log2(size + 1) < size) {
			for (const slot of scoring.slots) {
				const at = this.find(slot);
				if (at >= 0) score(at);
			}
		} else for (let at = 0; at < size; at++) if (among.has(slots[at]!)) score(at);
	}

	private isIn(at: number, fields: number): boolean {
		return (this.occurrences.fields[this.ways[at]!]! & fields) !== 0;
	}
	/** Where a slot stands; -1 where it does not. */
	private find(slot: number): number {
		const at = this.place(slot);
		return at < this.size && this.slots[at] === slot ? at : -1;
	}
	/** Where the first slot stands that is not below this one. */
	private place(slot: number): number {
		const { slots, size } = this;
		const last = size === 0 ? -1 : slots[size - 1]!;
		// While documents are added it is the last one.
		if (last <= slot) return last === slot ? size - 1 : size;
		let low = 0;
		let high = size - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (slots[middle]! < slot) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
