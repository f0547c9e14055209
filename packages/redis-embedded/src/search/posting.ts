import type { DocumentSet } from './document-set.ts';
import type { Scoring } from './scoring.ts';
import { SlotList } from './slot-list.ts';

/** Set in what a document has here when it is a frequency, not the only position. */
const SEVERAL = 2 ** 31;

let lastVersion = 0;

/** A term and the documents it is in: how often, or where if it is there once. */
export class Posting extends SlotList {
	readonly term: string;
	/** What the words of one stem share; undefined for a stem, and for a word that is its own. */
	readonly stem: Posting | undefined;
	/** Higher than that of any posting before, whenever a document comes or goes. */
	version = ++lastVersion;

	constructor(term: string, stem?: Posting) {
		super();
		this.term = term;
		this.stem = stem;
	}

	/** Notes that the term stands in a document once more. @returns how often it does */
	add(slot: number, position: number): number {
		const at = this.place(slot);
		if (at === this.size || this.slotAt(at) !== slot) {
			this.insert(at, slot, position);
			this.version = ++lastVersion;
			return 1;
		}
		const frequency = this.frequency(at) + 1;
		this.setValue(at, SEVERAL + frequency);
		return frequency;
	}

	remove(slot: number): void {
		const at = this.find(slot);
		if (at < 0) return;
		this.delete(at);
		this.version = ++lastVersion;
	}

	has(slot: number): boolean {
		return this.find(slot) >= 0;
	}
	addTo(set: DocumentSet): void {
		for (let at = 0; at < this.size; at++) set.add(this.slotAt(at));
	}

	/** Where the term stands in a document that has it once; undefined where it has it more often. */
	position(slot: number): number | undefined {
		const value = this.valueAt(this.find(slot));
		return value >= SEVERAL ? undefined : value;
	}

	/** Adds what the term is worth to the scores of the documents it is in. */
	score({ among, scores, slots, weigh }: Scoring, weight: number, factor: number): void {
		const { size } = this;
		const worth = weigh(size);
		const score = (at: number) => {
			const slot = this.slotAt(at);
			scores[slot]! += worth(this.frequency(at) * weight, slot) * factor;
		};
		// Few documents among which a common term counts are looked up in it one by one.
		if (slots.length * Math.log2(size + 1) < size) {
			for (const slot of slots) {
				const at = this.find(slot);
				if (at >= 0) score(at);
			}
		} else for (let at = 0; at < size; at++) if (among.has(this.slotAt(at))) score(at);
	}

	private frequency(at: number): number {
		const value = this.valueAt(at);
		return value >= SEVERAL ? value - SEVERAL : 1;
	}
}
