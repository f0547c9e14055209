import { SortedList } from '../engine/sorted-list.ts';
import type { NumericRange } from './query.ts';

interface Numbered {
	readonly value: number;
	readonly document: number;
}

/** Documents in the order of one numeric field. */
export class NumericIndex {
	private readonly order = new SortedList<Numbered>((a, b) => a.value - b.value || a.document - b.document);

	add(document: number, value: number): void {
		this.order.insert({ value, document });
	}
	remove(document: number, value: number): void {
		this.order.delete({ value, document });
	}
	count(range: NumericRange): number {
		const before = (item: Numbered) => isBelow(range, item.value);
		return Math.max(0, this.order.rank((item) => !isAbove(range, item.value)) - this.order.rank(before));
	}
	*find(range: NumericRange): Generator<number> {
		for (const { value, document } of this.order.from((item) => isBelow(range, item.value))) {
			if (isAbove(range, value)) return;
			yield document;
		}
	}
}

const isBelow = ({ min, above }: NumericRange, value: number): boolean =>
	above ? value <= min : value < min;
const isAbove = ({ max, below }: NumericRange, value: number): boolean =>
	below ? value >= max : value > max;

export const inRange = (range: NumericRange, value: number): boolean =>
	!isBelow(range, value) && !isAbove(range, value);
