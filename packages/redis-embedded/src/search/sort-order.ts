import { SortedList } from '../engine/sorted-list.ts';
import type { DocumentSet } from './fields/document-set.ts';
import type { DocumentTable } from './fields/document-table.ts';
import { NumberColumn, type SortColumn } from './fields/sort-column.ts';
import { firstByNumbers, firstOf } from './order.ts';

/** Documents in the order of one field, then of their numbers. */
export class SortOrder {
	readonly column: SortColumn;
	private readonly documents: DocumentTable;
	private readonly list: SortedList<number>;

	constructor(column: SortColumn, documents: DocumentTable) {
		this.column = column;
		this.documents = documents;
		this.list = new SortedList<number>((a, b) => column.compare(a, b) || this.byNumber(a, b));
	}

	/** Takes all documents of the index that have a value. */
	fill(): void {
		this.list.fill(this.documents.live.slots().filter((slot) => this.column.get(slot) !== undefined));
	}
	/** Puts a document where it belongs. It must be taken out before its value or its number changes. */
	insert(slot: number): void {
		if (this.column.get(slot) !== undefined) this.list.insert(slot);
	}
	remove(slot: number): void {
		if (this.column.get(slot) !== undefined) this.list.delete(slot);
	}

	/** How many `visit` visits. */
	count(before: (slot: number) => boolean, until: (slot: number) => boolean): number {
		return this.list.rank(until) - this.list.rank(before);
	}

	/** Visits the documents from the first one that is not `before` to the last one that is `until`. */
	visit(before: (slot: number) => boolean, until: (slot: number) => boolean, visit: (slot: number) => void) {
		this.list.visitBetween(before, until, visit);
	}

	/** Documents of a set from a place on; those without a value come last in either direction. */
	page(set: DocumentSet, offset: number, count: number, descending: boolean): number[] {
		const matching = set.size;
		const wanted = Math.min(count, matching - offset);
		if (wanted <= 0) return [];
		const steps = ((offset + count) * this.documents.size) / matching;
		const choices = matching * Math.log2(2 + offset + count);
		if (Math.min(steps, this.documents.size) > choices) {
			return this.first(set.slots(), offset + count, descending).slice(offset);
		}
		let passed = 0;
		const found: number[] = [];
		this.list.visit((slot) => {
			if (set.has(slot) && ++passed > offset) found.push(slot);
			return found.length < wanted;
		}, descending);
		if (found.length === wanted) return found;
		const missing = set.slots().filter((slot) => this.column.get(slot) === undefined);
		const rest = this.first(missing, offset + wanted - passed, descending);
		return [...found, ...rest.slice(Math.max(0, offset - passed))];
	}

	/** How many documents have a value. */
	get size(): number {
		return this.list.size;
	}
	get isComplete(): boolean {
		return this.size === this.documents.size;
	}

	private first(slots: Uint32Array, limit: number, descending: boolean): number[] {
		const { column, documents } = this;
		if (!(column instanceof NumberColumn) || !this.isComplete)
			return firstOf(slots, limit, (a, b) => this.compare(a, b, descending));
		const byValue = { numbers: column.values, descending };
		return firstByNumbers(slots, limit, [byValue, { numbers: documents.numbers, descending }]);
	}

	private compare(a: number, b: number, descending: boolean): number {
		const hasA = this.column.get(a) !== undefined;
		if (hasA !== (this.column.get(b) !== undefined)) return hasA ? -1 : 1;
		const order = (hasA ? this.column.compare(a, b) : 0) || this.byNumber(a, b);
		return descending ? -order : order;
	}

	private byNumber(a: number, b: number): number {
		return this.documents.numbers[a]! - this.documents.numbers[b]!;
	}
}
