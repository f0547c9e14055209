import type { DocumentSet } from '../fields/document-set.ts';

/** The sets that the parts of one query have found: released together, when nobody asks the query any more. */
export class QuerySets {
	private sets: DocumentSet[] = [];

	keep(set: DocumentSet): DocumentSet {
		this.sets.push(set);
		return set;
	}
	release(): void {
		for (const set of this.sets) set.release();
		this.sets = [];
	}
}
