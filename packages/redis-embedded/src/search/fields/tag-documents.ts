import { DocumentSet } from './document-set.ts';

/** From here on, and for a tag of every so manieth document, a bit for each document takes less room than a list. */
const MIN_DENSE = 64;
const SPARSENESS = 64;

/** The documents of one tag: slots while they are few, then a set. */
export class TagDocuments {
	size = 0;
	private few: number[] | undefined = [];
	private readonly many = new DocumentSet();

	add(slot: number): void {
		if (this.has(slot)) return;
		this.size++;
		if (this.few === undefined) this.many.add(slot);
		else {
			this.few.push(slot);
			if (this.size < MIN_DENSE || this.size * SPARSENESS < slot) return;
			for (const each of this.few) this.many.add(each);
			this.few = undefined;
		}
	}
	remove(slot: number): void {
		if (!this.has(slot)) return;
		this.size--;
		if (this.few === undefined) this.many.delete(slot);
		else this.few.splice(this.few.indexOf(slot), 1);
	}
	/** All of them; not to be changed, and to be released. */
	get documents(): DocumentSet {
		return this.few === undefined ? this.many : DocumentSet.of(this.few, Math.max(...this.few) + 1);
	}

	/** Adds them to a set. */
	addTo(set: DocumentSet): void {
		if (this.few === undefined) set.unite(this.many);
		else for (const slot of this.few) set.add(slot);
	}

	private has(slot: number): boolean {
		return this.few === undefined ? this.many.has(slot) : this.few.includes(slot);
	}
}
