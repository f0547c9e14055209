import type { DocumentSet } from './document-set.ts';
import { EMPTY, enlarged, NARROWEST, type NarrowArray, widened } from './growing-array.ts';

/** A row of numbers for each document, in one array. What has changed is appended; garbage is collected in time. */
export class NumberRows {
	private pool = NARROWEST;
	private used = 0;
	private wasted = 0;
	/** By slot. */
	private starts: Uint32Array = EMPTY;
	private lengths: Uint32Array = EMPTY;

	/** How many numbers there are. */
	get size(): number {
		return this.used - this.wasted;
	}
	get bytes(): number {
		return this.size * this.pool.BYTES_PER_ELEMENT;
	}

	set(slot: number, row: readonly number[]): void {
		this.starts = enlarged(this.starts, slot + 1);
		this.lengths = enlarged(this.lengths, slot + 1);
		this.wasted += this.lengths[slot]!;
		this.lengths[slot] = 0;
		if (this.wasted > 1000 && this.wasted * 2 > this.used) this.collect();
		this.pool = enlarged(widened(this.pool, row.reduce(larger, 0)), this.used + row.length);
		this.pool.set(row, this.used);
		this.starts[slot] = this.used;
		this.lengths[slot] = row.length;
		this.used += row.length;
	}

	get(slot: number): NarrowArray {
		const start = this.starts[slot] ?? 0;
		return this.pool.subarray(start, start + (this.lengths[slot] ?? 0));
	}

	/** How often each number below a limit occurs in the rows of some documents. */
	count(set: DocumentSet, limit: number): Uint32Array {
		const counts = new Uint32Array(limit);
		const { pool, starts, lengths } = this;
		set.forEach((slot) => {
			const start = starts[slot]!;
			const end = start + lengths[slot]!;
			for (let i = start; i < end; i++) counts[pool[i]!]!++;
		});
		return counts;
	}

	private collect(): void {
		const pool = this.pool.slice(0, this.used - this.wasted);
		this.used = 0;
		this.wasted = 0;
		for (let slot = 0; slot < this.lengths.length; slot++) {
			const start = this.starts[slot]!;
			pool.set(this.pool.subarray(start, start + this.lengths[slot]!), this.used);
			this.starts[slot] = this.used;
			this.used += this.lengths[slot]!;
		}
		this.pool = pool;
	}
}

const larger = (a: number, b: number): number => Math.max(a, b);
