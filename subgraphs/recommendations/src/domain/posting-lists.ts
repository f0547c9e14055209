import { withRoom } from './typed-arrays.ts';

/** An inverted index: for each term the documents that have it, all by number. The lists are in no order. */
export class PostingLists {
	readonly #lists: Uint32Array[] = [];
	#lengths = new Uint32Array(0);

	/** How many documents have a term. */
	frequency(term: number): number {
		return this.#lengths[term] ?? 0;
	}

	/** The documents that have a term are the first of these, as many as its frequency says. */
	list(term: number): Uint32Array {
		return this.#lists[term]!;
	}

	add(term: number, document: number): void {
		this.#lengths = withRoom(this.#lengths, term + 1);
		const length = this.#lengths[term]!;
		const list = withRoom(this.#lists[term] ?? new Uint32Array(2), length + 1);
		list[length] = document;
		this.#lists[term] = list;
		this.#lengths[term] = length + 1;
	}

	/** Takes a document out that has the term. */
	remove(term: number, document: number): void {
		const list = this.#lists[term]!;
		const last = this.#lengths[term]! - 1;
		// The last one fills the gap, so that the rest stays where it is.
		list[list.indexOf(document)] = list[last]!;
		this.#lengths[term] = last;
		if (last < list.length / 4) this.#lists[term] = list.slice(0, Math.max(2, last * 2));
	}
}
