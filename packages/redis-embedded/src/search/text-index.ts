import { SortedList } from '../engine/sorted-list.ts';

/** Where a term stands in a document: one position, as it is mostly, or several. */
type Positions = number | number[];

/** A term and the documents it is in. */
export interface Posting {
	readonly term: string;
	readonly documents: Map<number, Positions>;
}

/** The inverted index of one text field. Stems are terms that begin with `+`. */
export class TextIndex {
	private readonly postings = new Map<string, Posting>();
	private readonly vocabulary = new SortedList<Posting>((a, b) =>
		a.term < b.term ? -1 : a.term > b.term ? 1 : 0,
	);

	/** How many terms there are. */
	get size(): number {
		return this.postings.size;
	}

	add(document: number, term: string, position: number): Posting {
		let posting = this.postings.get(term);
		if (posting === undefined) {
			posting = { term, documents: new Map() };
			this.postings.set(term, posting);
			this.vocabulary.insert(posting);
		}
		const before = posting.documents.get(document);
		if (before === undefined) posting.documents.set(document, position);
		else if (typeof before === 'number') posting.documents.set(document, [before, position]);
		else before.push(position);
		return posting;
	}

	remove(document: number, posting: Posting): void {
		posting.documents.delete(document);
		if (posting.documents.size > 0) return;
		this.postings.delete(posting.term);
		this.vocabulary.delete(posting);
	}

	get(term: string): Posting | undefined {
		return this.postings.get(term);
	}

	/** Terms, stems aside, that begin with a prefix. */
	*withPrefix(prefix: string): Generator<Posting> {
		for (const posting of this.vocabulary.from((other) => other.term < prefix)) {
			if (!posting.term.startsWith(prefix)) return;
			if (posting.term[0] !== '+') yield posting;
		}
	}

	/** Terms, stems aside, that fulfil a condition; looks at all of them. */
	*where(test: (term: string) => boolean): Generator<Posting> {
		for (const posting of this.vocabulary.from())
			if (posting.term[0] !== '+' && test(posting.term)) yield posting;
	}
}

export const positionsOf = (positions: Positions | undefined): readonly number[] =>
	positions === undefined ? [] : typeof positions === 'number' ? [positions] : positions;

export const frequencyOf = (positions: Positions | undefined): number =>
	positions === undefined ? 0 : typeof positions === 'number' ? 1 : positions.length;

/** Whether two words differ by at most so many insertions, deletions, substitutions. */
export function within(distance: number, a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > distance) return false;
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
			next.push(cost);
			if (cost < least) least = cost;
		}
		if (least > distance) return false;
		row = next;
	}
	return row[b.length]! <= distance;
}
