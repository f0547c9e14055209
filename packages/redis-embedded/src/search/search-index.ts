import { valuesAt } from '../json/path.ts';
import { toText } from '../protocol/reply.ts';
import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import type { Definition, Field } from './definition.ts';
import { type Point, parsePoint } from './geo.ts';
import { NumericIndex } from './numeric-index.ts';
import { TagIndex } from './tag-index.ts';
import { type Posting, TextIndex } from './text-index.ts';
import { stemmer, tokenize } from './tokenize.ts';

export type SortValue = string | number;

/** A document as an index knows it. It gets a new number each time it is written. */
export interface Indexed {
	readonly number: number;
	readonly key: string;
	/** Of the sortable fields, by name. */
	readonly sortValues: Map<string, SortValue>;
	readonly postings: Map<string, Posting[]>;
	readonly tags: Map<string, string[]>;
	readonly numbers: Map<string, number[]>;
	readonly points: Map<string, Point[]>;
	/** How often its most frequent term occurs, and how many words it has. */
	maxFrequency: number;
	length: number;
}

/** Between the values of a list, so that no phrase spans two. */
const VALUE_GAP = 100;

/** One index: what it is declared to be and what it has found. */
export class SearchIndex {
	readonly definition: Definition;
	readonly documents = new Map<number, Indexed>();
	readonly byKey = new Map<string, Indexed>();
	readonly text = new Map<string, TextIndex>();
	readonly tags = new Map<string, TagIndex>();
	readonly numbers = new Map<string, NumericIndex>();
	/** Documents that do not fit the schema. */
	failures = 0;
	totalLength = 0;
	private nextNumber = 1;

	constructor(definition: Definition) {
		this.definition = definition;
		for (const field of definition.fields) {
			if (field.type === 'TEXT') this.text.set(field.name, new TextIndex());
			else if (field.type === 'TAG') this.tags.set(field.name, new TagIndex(field));
			else if (field.type === 'NUMERIC') this.numbers.set(field.name, new NumericIndex());
		}
	}

	/** The number that was given out last. */
	get lastNumber(): number {
		return this.nextNumber - 1;
	}

	covers(key: string): boolean {
		return this.definition.prefixes.some((prefix) => key.startsWith(prefix));
	}

	field(name: string): Field | undefined {
		return this.definition.fields.find((field) => field.name === name);
	}

	/** Takes what a key holds now; undefined when it is gone. */
	update(key: string, value: Value | undefined): void {
		const old = this.byKey.get(key);
		if (old) this.remove(old);
		const fits = this.definition.on === 'JSON' ? value instanceof JsonValue : value instanceof HashValue;
		if (value === undefined || !fits) return;
		const found = this.definition.fields.map((field) => valuesOf(field, value));
		if (found.includes(MISFIT)) this.failures++;
		else this.add(key, found as (readonly Json[])[]);
	}

	private add(key: string, found: readonly (readonly Json[])[]): void {
		const document: Indexed = {
			number: this.nextNumber++,
			key,
			sortValues: new Map(),
			postings: new Map(),
			tags: new Map(),
			numbers: new Map(),
			points: new Map(),
			maxFrequency: 0,
			length: 0,
		};
		for (const [i, field] of this.definition.fields.entries()) {
			const values = found[i]!;
			const [first] = values;
			if (field.sortable && first !== undefined) document.sortValues.set(field.name, sortValue(field, first));
			if (field.indexed && values.length > 0) this.addField(document, field, values);
		}
		this.documents.set(document.number, document);
		this.byKey.set(key, document);
		this.totalLength += document.length;
	}

	private addField(document: Indexed, field: Field, values: readonly Json[]): void {
		if (field.type === 'TEXT') this.addText(document, field, values as string[]);
		else if (field.type === 'TAG') {
			const index = this.tags.get(field.name)!;
			const tags = new Set(values.flatMap((value) => index.split(String(value))));
			for (const tag of tags) index.add(document.number, tag);
			document.tags.set(field.name, [...tags]);
		} else if (field.type === 'NUMERIC') {
			const numbers = [...new Set(values.map(Number))];
			for (const value of numbers) this.numbers.get(field.name)!.add(document.number, value);
			document.numbers.set(field.name, numbers);
		} else
			document.points.set(
				field.name,
				values.map((value) => parsePoint(String(value))!),
			);
	}

	private addText(document: Indexed, field: Field, values: readonly string[]): void {
		const { stopWords, language } = this.definition;
		const index = this.text.get(field.name)!;
		const stem = stemmer(language);
		const postings = new Set<Posting>();
		let position = 0;
		for (const value of values) {
			for (const word of tokenize(value)) {
				if (stopWords.has(word)) continue;
				const posting = index.add(document.number, word, ++position);
				postings.add(posting);
				document.length++;
				const stemmed = field.stems ? stem(word) : word;
				if (stemmed !== word) postings.add(index.add(document.number, `+${stemmed}`, position));
				const positions = posting.documents.get(document.number)!;
				const frequency = (typeof positions === 'number' ? 1 : positions.length) * field.weight;
				document.maxFrequency = Math.max(document.maxFrequency, frequency);
			}
			position += VALUE_GAP;
		}
		document.postings.set(field.name, [...postings]);
	}

	private remove(document: Indexed): void {
		const { number } = document;
		this.documents.delete(number);
		this.byKey.delete(document.key);
		this.totalLength -= document.length;
		for (const [name, postings] of document.postings) {
			for (const posting of postings) this.text.get(name)!.remove(number, posting);
		}
		for (const [name, tags] of document.tags)
			for (const tag of tags) this.tags.get(name)!.remove(number, tag);
		for (const [name, numbers] of document.numbers) {
			for (const value of numbers) this.numbers.get(name)!.remove(number, value);
		}
	}
}

const MISFIT = Symbol('a value of the wrong type');

/** The values of a field in a document; a value of another type keeps the whole document out of the index. */
function valuesOf(field: Field, value: Value): readonly Json[] | typeof MISFIT {
	if (value instanceof HashValue) {
		const bytes = value.fields.get(field.identifier);
		if (bytes === undefined) return [];
		return suits(field, toText(bytes), true) ? [toText(bytes)] : MISFIT;
	}
	if (!(value instanceof JsonValue) || field.path === undefined) return [];
	const found = valuesAt(value.json, field.path)
		.flatMap((each) => (Array.isArray(each) ? each : [each]))
		.filter((each) => each !== null);
	return found.every((each) => suits(field, each, false)) ? found : MISFIT;
}

function suits({ type }: Field, value: Json, fromHash: boolean): boolean {
	if (type === 'NUMERIC') {
		if (!fromHash) return typeof value === 'number';
		return String(value).trim() !== '' && !Number.isNaN(Number(value));
	}
	if (type === 'GEO') return typeof value === 'string' && parsePoint(value) !== undefined;
	if (type === 'TAG') return typeof value === 'string' || typeof value === 'boolean';
	return typeof value === 'string';
}

/** What a document is sorted by in a field; read from the document itself where the field is not sortable. */
export function sortValueOf(
	field: Field,
	document: Indexed,
	load: () => Value | undefined,
): SortValue | undefined {
	if (field.sortable) return document.sortValues.get(field.name);
	const value = load();
	const found = value && valuesOf(field, value);
	return found === undefined || found === MISFIT || found[0] === undefined
		? undefined
		: sortValue(field, found[0]);
}

function sortValue(field: Field, value: Json): SortValue {
	if (field.type === 'NUMERIC') return Number(value);
	return field.exactSort ? String(value) : String(value).toLowerCase();
}
