import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import type { Definition, Field } from './definition.ts';
import { DocumentTable } from './document-table.ts';
import { type FieldValues, type Shape, valuesOf } from './field-values.ts';
import { enlarged } from './growing-array.ts';
import { NumericIndex } from './numeric-index.ts';
import { PointIndex } from './point-index.ts';
import { RecentMatchers } from './recent-matchers.ts';
import { NumberColumn, type SortColumn, TextColumn } from './sort-column.ts';
import { SortOrder } from './sort-order.ts';
import { TagIndex } from './tag-index.ts';
import { TextIndex } from './text-index.ts';

/** What keeps the values of one field. It compares them with those it has, and changes what differs. */
interface FieldPart {
	update(slot: number, values: readonly Json[], shape: Shape): void;
}

/** One index: what it is declared to be and what it has found. */
export class SearchIndex {
	readonly definition: Definition;
	readonly documents = new DocumentTable();
	readonly text = new Map<string, TextIndex>();
	readonly tags = new Map<string, TagIndex>();
	readonly numbers = new Map<string, NumericIndex>();
	readonly points = new Map<string, PointIndex>();
	readonly orders = new Map<string, SortOrder>();
	readonly recent = new RecentMatchers();
	/** Documents that do not fit the schema. */
	failures = 0;
	/** By slot: how many words a document has, and how often its most frequent one occurs, by the field's weight. */
	lengths = new Uint32Array(0);
	maxFrequencies = new Float64Array(0);
	/** Words of all documents. */
	totalLength = 0;
	private readonly parts: readonly (readonly FieldPart[])[];

	constructor(definition: Definition) {
		this.definition = definition;
		this.parts = definition.fields.map((field) => this.partsOf(field));
	}

	covers(key: string): boolean {
		return this.definition.prefixes.some((prefix) => key.startsWith(prefix));
	}

	field(name: string): Field | undefined {
		return this.definition.fields.find((field) => field.name === name);
	}

	/** Takes the documents there are into an index that is new. */
	fill(entries: Iterable<{ readonly key: string; readonly value: Value }>): void {
		for (const { key, value } of entries) {
			const found = this.covers(key) ? this.read(value) : undefined;
			if (found) this.put(this.documents.add(key), found);
		}
		for (const order of this.orders.values()) order.fill();
	}

	/** Takes what a key holds now; undefined when it is gone. */
	update(key: string, value: Value | undefined): void {
		const slot = this.documents.slotOf(key);
		const found = value && this.read(value);
		if (slot === undefined && found === undefined) return;
		this.recent.clear();
		if (slot !== undefined) for (const order of this.orders.values()) order.remove(slot);
		if (found === undefined) {
			this.remove(slot!);
			return;
		}
		if (slot !== undefined) this.documents.renumber(slot);
		const place = slot ?? this.documents.add(key);
		this.put(place, found);
		for (const order of this.orders.values()) order.insert(place);
	}

	/** What the fields find in a document; undefined when it is none of this index. */
	private read(value: Value): FieldValues[] | undefined {
		const { on, fields } = this.definition;
		if (!(value instanceof (on === 'JSON' ? JsonValue : HashValue))) return undefined;
		const found: FieldValues[] = [];
		for (const field of fields) {
			const values = valuesOf(field, value);
			if (values === undefined) {
				this.failures++;
				return undefined;
			}
			found.push(values);
		}
		return found;
	}

	private put(slot: number, found: readonly FieldValues[]): void {
		for (let i = 0; i < found.length; i++) {
			const { all, shape } = found[i]!;
			for (const part of this.parts[i]!) part.update(slot, all, shape);
		}
		this.measure(slot);
	}

	private remove(slot: number): void {
		for (const part of this.parts.flat()) part.update(slot, [], 'none');
		this.measure(slot);
		this.documents.remove(slot);
	}

	/** Notes how much text a document has. */
	private measure(slot: number): void {
		this.lengths = enlarged(this.lengths, slot + 1);
		this.maxFrequencies = enlarged(this.maxFrequencies, slot + 1);
		let [length, most] = [0, 0];
		for (const text of this.text.values()) {
			length += text.lengthOf(slot);
			most = Math.max(most, text.maxFrequencyOf(slot));
		}
		this.totalLength += length - this.lengths[slot]!;
		this.lengths[slot] = length;
		this.maxFrequencies[slot] = most;
	}

	private partsOf(field: Field): FieldPart[] {
		const { name, type } = field;
		// Numbers are found by their order, so they have one anyway.
		const column = field.sortable || type === 'NUMERIC' ? this.order(field) : undefined;
		const parts: FieldPart[] = column ? [column] : [];
		let part: FieldPart;
		if (type === 'TEXT') part = keep(this.text, name, new TextIndex(field, this.definition));
		else if (type === 'TAG') part = keep(this.tags, name, new TagIndex(field));
		else if (type === 'GEO') part = keep(this.points, name, new PointIndex());
		else if (column instanceof NumberColumn && field.indexed)
			part = keep(this.numbers, name, new NumericIndex(column, this.orders.get(name)!, this.documents));
		else return parts;
		return field.indexed ? [...parts, part] : parts;
	}

	private order(field: Field): SortColumn {
		const column = field.type === 'NUMERIC' ? new NumberColumn() : new TextColumn(field);
		this.orders.set(field.name, new SortOrder(column, this.documents));
		return column;
	}
}

function keep<T>(parts: Map<string, T>, name: string, part: T): T {
	parts.set(name, part);
	return part;
}
