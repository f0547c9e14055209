import { EMPTY, enlarged } from './growing-array.ts';

/** Slots in ascending order with a number each, side by side in one array. */
export class SlotList {
	size = 0;
	private pairs: Uint32Array = EMPTY;

	protected slotAt(at: number): number {
		return this.pairs[at * 2]!;
	}
	protected valueAt(at: number): number {
		return this.pairs[at * 2 + 1]!;
	}
	protected setValue(at: number, value: number): void {
		this.pairs[at * 2 + 1] = value;
	}

	/** Where a slot stands; -1 where it does not. */
	protected find(slot: number): number {
		const at = this.place(slot);
		return at < this.size && this.pairs[at * 2] === slot ? at : -1;
	}
	/** Where the first slot stands that is not below this one. */
	protected place(slot: number): number {
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

	/** Puts a slot in its place. */
	protected insert(at: number, slot: number, value: number): void {
		const end = this.size++ * 2;
		if (end + 2 > this.pairs.length) this.pairs = enlarged(this.pairs, end + 2);
		if (at * 2 < end) this.pairs.copyWithin(at * 2 + 2, at * 2, end);
		this.pairs[at * 2] = slot;
		this.pairs[at * 2 + 1] = value;
	}
	protected delete(at: number): void {
		this.pairs.copyWithin(at * 2, at * 2 + 2, this.size-- * 2);
	}
}
