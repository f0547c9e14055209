import type { DocumentSet } from './fields/document-set.ts';

/** How much a term that is in so many documents is worth in one of them; undefined: however rare it is. */
export type Weigh = (documents: number | undefined) => (frequency: number, slot: number) => number;

/** The scores of some documents while they are added up. */
export class Scoring {
	readonly among: DocumentSet;
	readonly slots: Uint32Array;
	/** By slot. */
	readonly scores: Float64Array;
	readonly weigh: Weigh;

	constructor(among: DocumentSet, scores: Float64Array, weigh: Weigh) {
		this.among = among;
		this.slots = among.slots();
		this.scores = scores;
		this.weigh = weigh;
	}

	/** The same scores, for those of the documents that are in a set. */
	within(set: DocumentSet): Scoring {
		if (set === this.among) return this;
		return new Scoring(this.among.copy().intersect(set), this.scores, this.weigh);
	}
}
