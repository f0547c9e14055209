import { double } from '../engine/arguments.ts';
import { ExactNumber } from '../json/number.ts';
import { valuesAt } from '../json/path.ts';
import { toText } from '../protocol/reply.ts';
import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import type { Field } from './definition.ts';
import { parsePoint } from './geo.ts';

/** Nothing at all, one value that is no list, or a list or several of whatever length. */
export type Shape = 'none' | 'plain' | 'list';

/** What a field finds in a document. */
export interface FieldValues {
	readonly all: readonly Json[];
	readonly shape: Shape;
}

const NONE: FieldValues = { all: [], shape: 'none' };

/** The values of a field in a document; undefined when one has another type, which keeps the document out. */
export function valuesOf(field: Field, value: Value): FieldValues | undefined {
	if (value instanceof HashValue) {
		const bytes = value.fields.get(field.identifier);
		if (bytes === undefined) return NONE;
		const text = toText(bytes);
		const read = field.type === 'NUMERIC' ? double(text) : text;
		return read !== undefined && suits(field, read) ? { all: [read], shape: 'plain' } : undefined;
	}
	if (!(value instanceof JsonValue) || field.path === undefined) return NONE;
	const found = valuesAt(value.json, field.path).map(plainNumber);
	const [first] = found;
	if (first === undefined) return NONE;
	if (found.length === 1 && !Array.isArray(first)) {
		if (first === null) return NONE;
		return suits(field, first) ? { all: found, shape: 'plain' } : undefined;
	}
	const all = found
		.flat()
		.map(plainNumber)
		.filter((each) => each !== null);
	return all.every((each) => suits(field, each)) ? { all, shape: 'list' } : undefined;
}

const plainNumber = (value: Json): Json => (value instanceof ExactNumber ? Number(value) : value);

function suits({ type }: Field, value: Json): boolean {
	if (type === 'NUMERIC') return typeof value === 'number';
	if (type === 'GEO') return typeof value === 'string' && parsePoint(value) !== undefined;
	if (type === 'TAG') return typeof value === 'string' || typeof value === 'boolean';
	return typeof value === 'string';
}
