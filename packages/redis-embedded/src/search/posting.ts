import type { DocumentSet } from './document-set.ts';
import { EMPTY, enlarged } from './growing-array.ts';
import type { Occurrences } from './occurrences.ts';
import type { Scoring } from './scoring.ts';

/** A term and the documents it is in. */
export class Posting {
	readonly term: string;
	/** What the words of one stem share; undefined for a stem, and for a word that is its own. */
	readonly stem: Posting | undefined;
	size = 0;
	/** Its number in the index. */
	readonly id: number;
	private readonly occurrences: Occurrences;
	/** Slots in ascending order and how the term occurs there, in turns. */
	private pairs: Uint32Array = EMPTY;

	constructor(term: string, occurrences: Occurrences, id: number, stem?: Posting) {
		this.term = term;
		this.id = id;
		this.occurrences = occurrences;
		this.stem = stem;
	}

	/** Notes that the term occurs in a document like that, too. @returns how often it does */
	add(slot: number, occurrence: number): number {
		const at = this.place(slot);
		let now = occurrence;
		if (at < this.size && this.pairs[at * 2] === slot) {
			now = this.occurrences.both(this.pairs[at * 2 + 1]!, occurrence);
		} else {
			const end = this.size++ * 2;
			if (end + 2 > this.pairs.length) this.pairs = enlarged(this.pairs, end + 2);
			if (at * 2 < end) this.pairs.copyWithin(at * 2 + 2, at * 2, end);
			this.pairs[at * 2] = slot;
		}
		this.pairs[at * 2 + 1] = now;
		return this.occurrences.frequencies[now]!;
	}
	remove(slot: number): void {
		const at = this.find(slot);
		if (at >= 0) this.pairs.copyWithin(at * 2, at * 2 + 2, this.size-- * 2);
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
		for (let at = 0; at < this.size; at++) if (this.isIn(at, fields)) set.add(this.pairs[at * 2]!);
	}

	/**
	 * Adds what the term is worth to the scores of the documents that have it in any of these fields.
	 *
	 * @param done those that have got theirs, where each gets but one
	 */
	score({ among, scores, slots, weigh }: Scoring, factor: number, fields: number, done?: DocumentSet): void {
		const { size, pairs } = this;
		const { frequencies } = this.occurrences;
		const value = weigh(size);
		const score = (at: number) => {
			const slot = pairs[at * 2]!;
			if (!this.isIn(at, fields) || done?.has(slot)) return;
			done?.add(slot);
			scores[slot]! += value(frequencies[pairs[at * 2 + 1]!]!, slot) * factor;
		};
		// Few documents among which a common term counts are looked up in it one by one.
		if (slots.length * Math.log2(size + 1) < size) {
			for (const slot of slots) {
				const at = this.find(slot);
				if (at >= 0) score(at);
			}
		} else for (let at = 0; at < size; at++) if (among.has(pairs[at * 2]!)) score(at);
	}

	private isIn(at: number, fields: number): boolean {
		return (this.occurrences.fields[this.pairs[at * 2 + 1]!]! & fields) !== 0;
	}
	/** Where a slot stands; -1 where it does not. */
	private find(slot: number): number {
		const at = this.place(slot);
		return at < this.size && this.pairs[at * 2] === slot ? at : -1;
	}
	/** Where the first slot stands that is not below this one. */
	private place(slot: number): number {
		const { pairs, size } = this;
		const last = size === 0 ? -1 : pairs[size * 2 - 2]!;
		// While documents are added it is the last one.
		if (last <= slot) return last === slot ? size - 1 : size;
		let low = 0;
		let high = size - 1;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (pairs[middle * 2]! < slot) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
