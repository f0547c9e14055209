import type { Json } from '../../values/json.ts';
import type { NumericRange } from '../query/query.ts';
import type { SortOrder } from '../sort-order.ts';
import { DocumentSet } from './document-set.ts';
import type { DocumentTable } from './document-table.ts';
import type { NumberColumn } from './sort-column.ts';

/** How many documents can be looked at one after the other for what a visit in the field's order costs. */
const STEPS_OF_A_VISIT = 8;

/** Documents by the values of one numeric field. */
export class NumericIndex {
	private readonly column: NumberColumn;
	private readonly order: SortOrder;
	private readonly documents: DocumentTable;
	/** Of documents with several values all but the first, which the order goes by. */
	private readonly further = new Map<number, number[]>();

	constructor(column: NumberColumn, order: SortOrder, documents: DocumentTable) {
		this.column = column;
		this.order = order;
		this.documents = documents;
	}

	update(slot: number, values: readonly Json[]): void {
		if (values.length > 1) this.further.set(slot, values.slice(1).map(Number));
		else this.further.delete(slot);
	}

	/** How many values documents have. */
	get records(): number {
		return this.further.values().reduce((sum, { length }) => sum + length, this.order.size);
	}

	has(range: NumericRange, slot: number): boolean {
		return (
			inRange(range, this.column.values[slot]!) ||
			(this.further.get(slot)?.some((value) => inRange(range, value)) ?? false)
		);
	}

	/** To be released. */
	find(range: NumericRange): DocumentSet {
		const { column } = this;
		const value = (slot: number) => column.values[slot]!;
		const before = (slot: number) => isBelow(range, value(slot));
		const until = (slot: number) => !isAbove(range, value(slot));
		const { capacity, live } = this.documents;
		const many = this.order.count(before, until) > capacity / STEPS_OF_A_VISIT;
		const found = many
			? DocumentSet.inRange(column.values, range).intersect(live)
			: DocumentSet.borrow(capacity);
		if (!many) this.order.visit(before, until, (slot) => found.add(slot));
		for (const [slot, values] of this.further)
			if (values.some((each) => inRange(range, each))) found.add(slot);
		return found;
	}
}

const isBelow = ({ min, above }: NumericRange, value: number): boolean =>
	above ? value <= min : value < min;
const isAbove = ({ max, below }: NumericRange, value: number): boolean =>
	below ? value >= max : value > max;
const inRange = ({ min, max, above, below }: NumericRange, value: number): boolean =>
	(above ? value > min : value >= min) && (below ? value < max : value <= max);
