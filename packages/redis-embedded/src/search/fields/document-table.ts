import { SortedList } from '../../engine/sorted-list.ts';
import { bulk } from '../../protocol/reply.ts';
import { firstByNumbers, type Level } from '../order.ts';
import { DocumentSet } from './document-set.ts';
import { enlarged } from './growing-array.ts';

/**
 * The documents of an index. Each has a slot, which it keeps and which is given away again once it is gone, and a
 * number, new each time it is written: what was written last comes last.
 */
export class DocumentTable {
	readonly live = new DocumentSet();
	private readonly arrival = new SortedList<number>((a, b) => this.numbers[a]! - this.numbers[b]!);
	/** By slot. */
	numbers = new Float64Array(0);
	/** By slot, empty ones of documents that are gone among them. */
	readonly keys: string[] = [];
	/** By slot: the keys as replies carry them, once one did. */
	private readonly bulkKeys: (string | undefined)[] = [];
	/** The number that was given out last. */
	lastNumber = 0;
	private readonly slots = new Map<string, number>();
	private readonly free: number[] = [];
	/** By slot, in single precision as RediSearch keeps them. */
	private scores = new Float32Array(0);
	private readonly defaultScore: number;

	constructor(defaultScore: number) {
		this.defaultScore = defaultScore;
	}

	get size(): number {
		return this.slots.size;
	}
	get bytes(): number {
		return this.numbers.byteLength + this.scores.byteLength;
	}
	/** All slots are below. */
	get capacity(): number {
		return this.keys.length;
	}
	/** The keys that there are, by the numbers of their documents. */
	names(): string[] {
		return this.page(this.live, 0, this.size).map((slot) => this.keys[slot]!);
	}
	slotOf(key: string): number | undefined {
		return this.slots.get(key);
	}

	/** The key of a document as replies carry it. */
	bulkKey(slot: number): string {
		let text = this.bulkKeys[slot];
		if (text === undefined) {
			text = bulk(this.keys[slot]!);
			this.bulkKeys[slot] = text;
		}
		return text;
	}

	add(key: string): number {
		const slot = this.free.pop() ?? this.keys.length;
		this.keys[slot] = key;
		this.bulkKeys[slot] = undefined;
		this.slots.set(key, slot);
		this.live.add(slot);
		this.numbers = enlarged(this.numbers, slot + 1);
		this.numbers[slot] = ++this.lastNumber;
		this.scores = enlarged(this.scores, slot + 1);
		this.scores[slot] = this.defaultScore;
		this.arrival.insert(slot);
		return slot;
	}
	renumber(slot: number): void {
		this.arrival.delete(slot);
		this.numbers[slot] = ++this.lastNumber;
		this.arrival.insert(slot);
	}
	remove(slot: number): void {
		this.arrival.delete(slot);
		this.slots.delete(this.keys[slot]!);
		this.keys[slot] = '';
		this.live.delete(slot);
		this.free.push(slot);
	}

	/** What a document is worth, whatever is looked for. */
	scoreOf(slot: number): number {
		return this.scores[slot]!;
	}
	/** @param score from 0 to 1; anything else: what it is by default */
	setScore(slot: number, score: number): void {
		this.scores[slot] = score >= 0 && score <= 1 ? score : this.defaultScore;
	}

	/** What was written last comes last. */
	get arrivalOrder(): Level {
		return { numbers: this.numbers, descending: false };
	}

	/** Documents of a set from a place on, by number. */
	page(set: DocumentSet, offset: number, count: number): number[] {
		const matching = set.size;
		const wanted = Math.min(count, matching - offset);
		if (wanted <= 0) return [];
		// A walk over all documents costs less than sorting many.
		if (matching * 16 < this.size) {
			return firstByNumbers(set.slots(), offset + wanted, [this.arrivalOrder]).slice(offset);
		}
		let passed = 0;
		const found: number[] = [];
		this.arrival.visit((slot) => {
			if (set.has(slot) && ++passed > offset) found.push(slot);
			return found.length < wanted;
		});
		return found;
	}
}
