import { toBytes, toText } from '../protocol/reply.ts';
import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import { type Expression, holdsFor } from './aggregate/expression.ts';
import type { Row } from './aggregate/row.ts';
import type { Definition, Field } from './definition.ts';
import { Failures } from './failures.ts';
import { DocumentTable } from './fields/document-table.ts';
import { type FieldValues, misfit, type Shape, valuesOf } from './fields/field-values.ts';
import { NumericIndex } from './fields/numeric-index.ts';
import { PointIndex } from './fields/point-index.ts';
import { NumberColumn, TextColumn } from './fields/sort-column.ts';
import { TagIndex } from './fields/tag-index.ts';
import { TextIndex } from './fields/text-index.ts';
import { KEY, propertyReader } from './load.ts';
import { RecentMatchers } from './query/recent-matchers.ts';
import { SortOrder } from './sort-order.ts';

/** What keeps the values of one field. It compares them with those it has, and changes what differs. */
interface FieldPart {
	update(slot: number, values: readonly Json[], shape: Shape): void;
}

/** One index: what it is declared to be and what it has found. */
export class SearchIndex {
	readonly definition: Definition;
	/** What documents say of themselves in, which no reply shows; as bytes. */
	readonly hidden: ReadonlySet<string>;
	readonly documents: DocumentTable;
	readonly text: TextIndex;
	readonly tags = new Map<string, TagIndex>();
	readonly numbers = new Map<string, NumericIndex>();
	readonly points = new Map<string, PointIndex>();
	readonly orders = new Map<string, SortOrder>();
	readonly recent = new RecentMatchers();
	failures = new Failures();
	/** How often it was asked for, and in which dialects. */
	usage = { count: 0, dialects: new Set<number>() };
	private readonly parts: readonly (readonly FieldPart[])[];
	/** Which of the fields are text. */
	private readonly texts: readonly number[];

	constructor(definition: Definition) {
		this.definition = definition;
		this.hidden = new Set(definition.roles.values());
		const { fields } = definition;
		this.documents = new DocumentTable(definition.defaultScore);
		this.texts = fields.flatMap(({ type, indexed }, i) => (type === 'TEXT' && indexed ? [i] : []));
		this.text = new TextIndex(
			this.texts.map((i) => fields[i]!),
			definition,
		);
		this.parts = fields.map((field) => this.partsOf(field));
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
			const found = this.covers(key) ? this.read(key, value) : undefined;
			if (found) this.put(this.documents.add(key), value, found);
		}
		for (const order of this.orders.values()) order.fill();
	}

	/** Takes what a key holds now; undefined when it is gone. */
	update(key: string, value: Value | undefined): void {
		const slot = this.documents.slotOf(key);
		const found = value && this.read(key, value);
		if (slot === undefined && found === undefined) return;
		this.recent.clear();
		if (slot !== undefined) for (const order of this.orders.values()) order.remove(slot);
		if (found === undefined) {
			this.remove(slot!);
			return;
		}
		if (slot !== undefined) this.documents.renumber(slot);
		const place = slot ?? this.documents.add(key);
		this.put(place, value!, found);
		for (const order of this.orders.values()) order.insert(place);
	}

	/** What the fields find in a document; undefined when it is none of this index. */
	private read(key: string, value: Value): FieldValues[] | undefined {
		const { on, fields, filter } = this.definition;
		if (!(value instanceof (on === 'JSON' ? JsonValue : HashValue))) return undefined;
		if (filter && !this.passes(filter, key, value)) return undefined;
		const found: FieldValues[] = [];
		for (const field of fields) {
			const values = valuesOf(field, value);
			if (values === undefined) {
				this.failures.note(field, key, misfit(field, value));
				return undefined;
			}
			found.push(values);
		}
		return found;
	}

	private passes(filter: Expression, key: string, value: Value): boolean {
		const row: Row = new Map([[KEY, toText(key)]]);
		for (const name of filter.properties) {
			const cell = propertyReader(this, toBytes(name))(value);
			if (cell !== undefined) row.set(name, toText(cell));
		}
		return holdsFor(filter, row);
	}

	private put(slot: number, value: Value, found: readonly FieldValues[]): void {
		for (let i = 0; i < found.length; i++) {
			const { all, shape } = found[i]!;
			for (const part of this.parts[i]!) part.update(slot, all, shape);
		}
		this.text.update(
			slot,
			this.texts.map((i) => found[i]!.all),
		);
		const scoreField = this.definition.roles.get('SCORE_FIELD');
		if (scoreField !== undefined)
			this.documents.setScore(slot, Number(propertyReader(this, scoreField)(value)));
	}

	private remove(slot: number): void {
		for (const part of this.parts.flat()) part.update(slot, [], 'none');
		this.text.update(slot, []);
		this.documents.remove(slot);
	}

	private partsOf(field: Field): FieldPart[] {
		const { name, type } = field;
		// Numbers are found by their order, so they have one anyway.
		const column =
			type === 'NUMERIC' ? new NumberColumn() : field.sortable ? new TextColumn(field) : undefined;
		const parts: FieldPart[] = column ? [column] : [];
		if (column) this.orders.set(name, new SortOrder(column, this.documents));
		if (!field.indexed) return parts;
		if (type === 'TAG') parts.push(keep(this.tags, name, new TagIndex(field)));
		else if (type === 'GEO') parts.push(keep(this.points, name, new PointIndex()));
		else if (column instanceof NumberColumn)
			parts.push(keep(this.numbers, name, new NumericIndex(column, this.orders.get(name)!, this.documents)));
		return parts;
	}
}

function keep<T>(parts: Map<string, T>, name: string, part: T): T {
	parts.set(name, part);
	return part;
}
