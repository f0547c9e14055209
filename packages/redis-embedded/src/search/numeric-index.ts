import type { Json } from '../values/json.ts';
import { DocumentSet } from './document-set.ts';
import type { DocumentTable } from './document-table.ts';
import type { NumericRange } from './query.ts';
import type { SortOrder } from './sort-order.ts';

/** Documents by the values of one numeric field. */
export class NumericIndex {
	private readonly order: SortOrder;
	private readonly documents: DocumentTable;
	/** Of documents with several values all but the first, which the order goes by. */
	private readonly further = new Map<number, number[]>();

	constructor(order: SortOrder, documents: DocumentTable) {
		this.order = order;
		this.documents = documents;
	}

	update(slot: number, values: readonly Json[]): void {
		if (values.length > 1) this.further.set(slot, values.slice(1).map(Number));
		else this.further.delete(slot);
	}

	find(range: NumericRange): DocumentSet {
		const found = new DocumentSet(this.documents.capacity);
		const value = (slot: number) => this.order.column.get(slot) as number;
		this.order.visit(
			(slot) => isBelow(range, value(slot)),
			(slot) => !isAbove(range, value(slot)),
			(slot) => found.add(slot),
		);
		for (const [slot, values] of this.further)
			if (values.some((each) => inRange(range, each))) found.add(slot);
		return found;
	}
}

const isBelow = ({ min, above }: NumericRange, value: number): boolean =>
	above ? value <= min : value < min;
const isAbove = ({ max, below }: NumericRange, value: number): boolean =>
	below ? value >= max : value > max;
const inRange = (range: NumericRange, value: number): boolean =>
	!isBelow(range, value) && !isAbove(range, value);
