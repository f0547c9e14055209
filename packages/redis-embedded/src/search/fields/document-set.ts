import type { NumericRange } from '../query/query.ts';
import { EMPTY } from './growing-array.ts';
import { reuse, takeWords } from './spare-words.ts';

/** A set of documents, given by their slots: a bit for each slot there is. */
export class DocumentSet {
	private words: Uint32Array;
	/** Made for a while, from memory that is used again. */
	private borrowed = false;

	constructor() {
		this.words = EMPTY;
	}

	/**
	 * An empty set that is to be released.
	 *
	 * @param capacity for slots below; it grows where they are not
	 */
	static borrow(capacity = 0): DocumentSet {
		return DocumentSet.ofWords(takeWords((capacity + 31) >>> 5).fill(0));
	}
	/**
	 * A set that is to be released.
	 *
	 * @param capacity more than the highest of the slots
	 */
	static of(slots: Iterable<number>, capacity: number): DocumentSet {
		const set = DocumentSet.borrow(capacity);
		for (const slot of slots) set.add(slot);
		return set;
	}

	/** The slots whose values are in a range; NaN is in none. To be released. */
	static inRange(values: Float64Array, { min, max, above, below }: NumericRange): DocumentSet {
		const words = takeWords((values.length + 31) >>> 5);
		for (let i = 0; i < words.length; i++) {
			let word = 0;
			const from = i << 5;
			const bits = Math.max(0, Math.min(32, values.length - from));
			for (let bit = 0; bit < bits; bit++) {
				const value = values[from + bit]!;
				// Without a branch, which processors would guess wrong half of the time: four times as fast.
				const isFrom = Number(above ? value > min : value >= min);
				const isTo = Number(below ? value < max : value <= max);
				word |= (isFrom & isTo) << bit;
			}
			words[i] = word;
		}
		return DocumentSet.ofWords(words);
	}

	private static ofWords(words: Uint32Array): DocumentSet {
		const set = new DocumentSet();
		set.words = words;
		set.borrowed = true;
		return set;
	}

	/** Gives the memory back, if it was borrowed; the set is empty from here on. */
	release(): void {
		if (!this.borrowed) return;
		reuse(this.words);
		this.words = EMPTY;
		this.borrowed = false;
	}

	/** How many there are; counted anew each time. */
	get size(): number {
		let size = 0;
		for (let i = 0; i < this.words.length; i++) size += bitsOf(this.words[i]!);
		return size;
	}
	has(slot: number): boolean {
		const at = slot >>> 5;
		return at < this.words.length && ((this.words[at]! >>> (slot & 31)) & 1) === 1;
	}
	add(slot: number): void {
		if (slot >>> 5 >= this.words.length) this.grow((slot >>> 5) + 1);
		this.words[slot >>> 5]! |= 1 << (slot & 31);
	}
	delete(slot: number): void {
		if (slot >>> 5 < this.words.length) this.words[slot >>> 5]! &= ~(1 << (slot & 31));
	}

	/** To be released. */
	copy(): DocumentSet {
		const words = takeWords(this.words.length);
		words.set(this.words);
		return DocumentSet.ofWords(words.fill(0, this.words.length));
	}
	/** Adds all of the other's. */
	unite({ words }: DocumentSet): this {
		if (words.length > this.words.length) this.grow(words.length);
		for (let i = 0; i < words.length; i++) this.words[i]! |= words[i]!;
		return this;
	}
	/** Leaves what is in the other as well. */
	intersect({ words }: DocumentSet): this {
		// Reading beyond the end of an array is slow.
		const length = Math.min(this.words.length, words.length);
		for (let i = 0; i < length; i++) this.words[i]! &= words[i]!;
		this.words.fill(0, length);
		return this;
	}
	/** Leaves those that pass a test. */
	keep(test: (slot: number) => boolean): this {
		this.forEach((slot) => {
			if (!test(slot)) this.delete(slot);
		});
		return this;
	}
	/** Removes all of the other's. */
	subtract({ words }: DocumentSet): this {
		const length = Math.min(this.words.length, words.length);
		for (let i = 0; i < length; i++) this.words[i]! &= ~words[i]!;
		return this;
	}

	/** Visits all of them, ascending. What is visited may be deleted. */
	forEach(visit: (slot: number) => void): void {
		const { words } = this;
		for (let i = 0; i < words.length; i++) {
			for (let word = words[i]!; word !== 0; word &= word - 1)
				visit((i << 5) + 31 - Math.clz32(word & -word));
		}
	}

	/** All of them, ascending. */
	slots(): Uint32Array {
		const slots = new Uint32Array(this.size);
		let count = 0;
		for (let i = 0; i < this.words.length; i++) {
			for (let word = this.words[i]!; word !== 0; word &= word - 1) {
				slots[count++] = (i << 5) + 31 - Math.clz32(word & -word);
			}
		}
		return slots;
	}

	private grow(length: number): void {
		const words = new Uint32Array(Math.max(length, this.words.length + (this.words.length >>> 1)));
		words.set(this.words);
		this.release();
		this.words = words;
	}
}

function bitsOf(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
