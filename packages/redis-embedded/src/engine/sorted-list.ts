/**
 * A sorted list kept in chunks: inserting, deleting and finding cost the logarithm of the size plus a chunk,
 * ranks the number of chunks. `compare` must tell any two different items apart.
 */
export class SortedList<T> {
	private chunks: T[][] = [];
	size = 0;
	private readonly compare: (a: T, b: T) => number;
	/** How many items a chunk holds at most. */
	private readonly most: number;

	constructor(compare: (a: T, b: T) => number, most = 256) {
		this.compare = compare;
		this.most = most;
	}

	/** Takes these items instead of what there is; costs less than inserting them one by one. */
	fill(items: Iterable<T>): void {
		const sorted = [...items].sort(this.compare);
		const half = this.most >> 1;
		this.size = sorted.length;
		this.chunks = [];
		for (let at = 0; at < sorted.length; at += half) this.chunks.push(sorted.slice(at, at + half));
	}

	/** `most`: how many items the last chunk may hold before another is begun. */
	insert(item: T, most = this.most): void {
		this.size++;
		const tail = this.chunks.at(-1);
		if (tail === undefined || this.compare(tail.at(-1)!, item) < 0) {
			// Ascending inserts leave full chunks behind.
			if (tail !== undefined && tail.length < most) tail.push(item);
			else this.chunks.push([item]);
			return;
		}
		const [index, offset] = this.place((other) => this.compare(other, item) < 0);
		const chunk = this.chunks[index]!;
		chunk.splice(offset, 0, item);
		if (chunk.length > this.most) this.chunks.splice(index + 1, 0, chunk.splice(this.most >> 1));
	}

	delete(item: T): boolean {
		const [index, offset] = this.place((other) => this.compare(other, item) < 0);
		const chunk = this.chunks[index];
		const found = chunk?.[offset];
		if (chunk === undefined || found === undefined || this.compare(found, item) !== 0) return false;
		if (offset === 0) chunk.shift();
		else chunk.splice(offset, 1);
		if (chunk.length === 0) this.chunks.splice(index, 1);
		this.size--;
		return true;
	}

	/** The item that compares as equal. */
	find(item: T): T | undefined {
		const [index, offset] = this.place((other) => this.compare(other, item) < 0);
		const found = this.chunks[index]?.[offset];
		return found !== undefined && this.compare(found, item) === 0 ? found : undefined;
	}

	/** Takes the first items out. */
	shift(count: number): T[] {
		let [whole, left] = [0, count];
		for (; whole < this.chunks.length && this.chunks[whole]!.length <= left; whole++)
			left -= this.chunks[whole]!.length;
		const taken = this.chunks.splice(0, whole);
		if (left > 0 && this.chunks.length > 0) taken.push(this.chunks[0]!.splice(0, left));
		const items = taken.flat();
		this.size -= items.length;
		return items;
	}

	first(): T | undefined {
		return this.chunks[0]?.[0];
	}

	last(): T | undefined {
		return this.chunks.at(-1)?.at(-1);
	}

	/** How many items the first chunks hold that hold no more than `most` together. */
	inWholeChunks(most: number): number {
		let count = 0;
		for (const { length } of this.chunks) {
			if (count + length > most) break;
			count += length;
		}
		return count;
	}

	/** How many items come before the first one that is not `before`. */
	rank(before: (item: T) => boolean): number {
		const [index, offset] = this.place(before);
		let rank = offset;
		for (let i = 0; i < index && i < this.chunks.length; i++) rank += this.chunks[i]!.length;
		return rank;
	}

	/** Items in order from the first one that is not `before`. */
	*from(before?: (item: T) => boolean): Generator<T> {
		const [index, offset] = before ? this.place(before) : [0, 0];
		for (let i = index; i < this.chunks.length; i++) {
			const chunk = this.chunks[i]!;
			for (let j = i === index ? offset : 0; j < chunk.length; j++) yield chunk[j]!;
		}
	}

	/** Items backwards from the last one that is `before`, or from the end. */
	*backwards(before?: (item: T) => boolean): Generator<T> {
		const [index, offset] = before ? this.place(before) : [this.chunks.length, 0];
		for (let i = Math.min(index, this.chunks.length - 1); i >= 0; i--) {
			const chunk = this.chunks[i]!;
			for (let j = (i === index ? offset : chunk.length) - 1; j >= 0; j--) yield chunk[j]!;
		}
	}

	/** Visits items in order, or backwards, until a visit returns false. Costs far less an item than `from`. */
	visit(visit: (item: T) => boolean, backwards = false): void {
		for (const chunk of backwards ? this.chunks.toReversed() : this.chunks) {
			const last = chunk.length - 1;
			for (let j = 0; j <= last; j++) if (!visit(chunk[backwards ? last - j : j]!)) return;
		}
	}

	/** Visits the items that come from the first one that is not `before` on, as long as they are `until`. */
	visitBetween(before: (item: T) => boolean, until: (item: T) => boolean, visit: (item: T) => void): void {
		const [first, start] = this.place(before);
		const [last, end] = this.place(until);
		for (let i = first; i <= last && i < this.chunks.length; i++) {
			const chunk = this.chunks[i]!;
			const stop = i === last ? end : chunk.length;
			for (let j = i === first ? start : 0; j < stop; j++) visit(chunk[j]!);
		}
	}

	/** Items with ranks from `start` up to and without `end`. */
	slice(start: number, end: number): T[] {
		const items: T[] = [];
		let skipped = 0;
		for (const chunk of this.chunks) {
			if (skipped >= end) break;
			if (skipped + chunk.length > start) {
				for (let j = Math.max(0, start - skipped); j < chunk.length && skipped + j < end; j++)
					items.push(chunk[j]!);
			}
			skipped += chunk.length;
		}
		return items;
	}

	/** The chunk and the offset of the first item that is not `before`. */
	private place(before: (item: T) => boolean): [number, number] {
		let low = 0;
		let high = this.chunks.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (before(this.chunks[middle]!.at(-1)!)) low = middle + 1;
			else high = middle;
		}
		const chunk = this.chunks[low];
		if (chunk === undefined) return [low, 0];
		let start = 0;
		let end = chunk.length;
		while (start < end) {
			const middle = (start + end) >> 1;
			if (before(chunk[middle]!)) start = middle + 1;
			else end = middle;
		}
		return [low, start];
	}
}
