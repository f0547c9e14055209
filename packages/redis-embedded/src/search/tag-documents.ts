import { DocumentSet } from './document-set.ts';
import { EMPTY, insertAt, lowerBound, removeAt } from './growing-array.ts';

/** From here on, and for a tag of every so manieth document, a bit for each document takes less room than a list. */
const MIN_DENSE = 64;
const SPARSENESS = 32;

/** The documents of one tag: a list of slots while they are few, then a set. */
export class TagDocuments {
	size = 0;
	private slots: Uint32Array = EMPTY;
	private set: DocumentSet | undefined;

	add(slot: number): void {
		if (this.set) {
			if (this.set.has(slot)) return;
			this.set.add(slot);
			this.size++;
			return;
		}
		const at = lowerBound(this.slots, this.size, slot);
		if (at < this.size && this.slots[at] === slot) return;
		this.slots = insertAt(this.slots, this.size++, at, slot);
		if (this.size >= MIN_DENSE && this.size * SPARSENESS > this.slots[this.size - 1]!) {
			this.set = DocumentSet.of(this.slots.subarray(0, this.size));
			this.slots = EMPTY;
		}
	}
	remove(slot: number): void {
		if (this.set) {
			if (!this.set.has(slot)) return;
			this.set.delete(slot);
			this.size--;
			return;
		}
		const at = lowerBound(this.slots, this.size, slot);
		if (at < this.size && this.slots[at] === slot) removeAt(this.slots, this.size--, at);
	}
	addTo(set: DocumentSet): void {
		if (this.set) set.unite(this.set);
		else for (let i = 0; i < this.size; i++) set.add(this.slots[i]!);
	}
}
