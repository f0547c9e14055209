import { SortedList } from '../../engine/sorted-list.ts';
import { nearTerms } from './near-terms.ts';
import type { Posting } from './posting.ts';

/** The terms of a field, by name and in order. */
export class Terms {
	private readonly byName = new Map<string, Posting>();
	private readonly sorted = new SortedList<Posting>((a, b) =>
		a.term < b.term ? -1 : a.term > b.term ? 1 : 0,
	);

	get(term: string): Posting | undefined {
		return this.byName.get(term);
	}
	add(posting: Posting): Posting {
		this.byName.set(posting.term, posting);
		this.sorted.insert(posting);
		return posting;
	}
	delete(posting: Posting): void {
		this.byName.delete(posting.term);
		this.sorted.delete(posting);
	}

	/** Terms that begin with a prefix, no more than `limit`. */
	withPrefix(prefix: string, limit: number): Posting[] {
		const found: Posting[] = [];
		for (const posting of this.sorted.from(({ term }) => term < prefix)) {
			if (found.length === limit || !posting.term.startsWith(prefix)) break;
			found.push(posting);
		}
		return found;
	}
	visit(visit: (posting: Posting) => void): void {
		for (const posting of this.byName.values()) visit(posting);
	}
	/** Terms that fulfil a condition, no more than `limit`; looks at all of them. */
	where(test: (posting: Posting) => boolean, limit: number): Posting[] {
		const found: Posting[] = [];
		this.sorted.visit((posting) => {
			if (test(posting)) found.push(posting);
			return found.length < limit;
		});
		return found;
	}
	/** Terms that differ from a word by at most so many insertions, deletions and substitutions. */
	near(word: string, distance: number, limit = Number.POSITIVE_INFINITY): Posting[] {
		return nearTerms(this.sorted, word, distance, limit);
	}
}
