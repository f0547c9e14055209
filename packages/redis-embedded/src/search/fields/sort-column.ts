import type { Json } from '../../values/json.ts';
import type { Field } from '../definition.ts';
import { DocumentSet } from './document-set.ts';
import type { Shape } from './field-values.ts';
import { enlarged } from './growing-array.ts';

export type SortValue = string | number;

/** What documents are sorted by in one field: the first value of each. */
export interface SortColumn {
	get(slot: number): SortValue | undefined;
	/** Which of two comes first; both must have a value. */
	compare(a: number, b: number): number;
	update(slot: number, values: readonly Json[], shape: Shape): void;
}

export class NumberColumn implements SortColumn {
	/** By slot; NaN where there is none. */
	values = new Float64Array(0);
	private readonly lists = new DocumentSet();

	get(slot: number): number | undefined {
		const value = this.values[slot];
		return value === undefined || Number.isNaN(value) ? undefined : value;
	}
	compare(a: number, b: number): number {
		const x = this.values[a]!;
		const y = this.values[b]!;
		return x < y ? -1 : x > y ? 1 : 0;
	}
	/** Whether a document has a list there, of whatever length. */
	isList(slot: number): boolean {
		return this.lists.has(slot);
	}
	get hasLists(): boolean {
		return this.lists.size > 0;
	}
	update(slot: number, values: readonly Json[], shape: Shape): void {
		if (shape === 'list') this.lists.add(slot);
		else this.lists.delete(slot);
		this.values = enlarged(this.values, slot + 1);
		this.values[slot] = values.length === 0 ? Number.NaN : Number(values[0]);
	}
}

export class TextColumn implements SortColumn {
	private readonly field: Field;
	private readonly values: (string | undefined)[] = [];

	constructor(field: Field) {
		this.field = field;
	}
	get(slot: number): string | undefined {
		return this.values[slot];
	}
	compare(a: number, b: number): number {
		const x = this.values[a]!;
		const y = this.values[b]!;
		return x < y ? -1 : x > y ? 1 : 0;
	}
	update(slot: number, [first]: readonly Json[]): void {
		while (this.values.length < slot) this.values.push(undefined);
		this.values[slot] = first === undefined ? undefined : textToSort(this.field, first);
	}
}

/** What a text, a tag or a point is sorted by: as it is, unless its index keeps it for that. */
const textToSort = ({ sortable, exactSort }: Field, value: Json): string =>
	sortable && !exactSort ? String(value).toLowerCase().replaceAll('ß', 'ss') : String(value);
