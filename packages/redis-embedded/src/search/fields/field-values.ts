import { double } from '../../engine/arguments.ts';
import { ExactNumber } from '../../json/number.ts';
import { valuesAt } from '../../json/path.ts';
import { toText } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';
import { type Json, JsonValue } from '../../values/json.ts';
import type { Value } from '../../values/value.ts';
import type { Field } from '../definition.ts';
import { parseCoordinates, parsePoint } from './geo.ts';

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
	// A list among several values is none of them.
	const list = found.length === 1 ? (first as Json[]).map(plainNumber) : found;
	const all = list.filter((each) => each !== null);
	const fits = all.every((each) => typeof each !== 'boolean' && suits(field, each));
	return fits ? { all, shape: 'list' } : undefined;
}

const plainNumber = (value: Json): Json => (value instanceof ExactNumber ? Number(value) : value);

function suits({ type }: Field, value: Json): boolean {
	if (type === 'NUMERIC') return typeof value === 'number';
	if (type === 'GEO') return typeof value === 'string' && parsePoint(value) !== undefined;
	if (type === 'TAG') return typeof value === 'string' || typeof value === 'boolean';
	return typeof value === 'string';
}

/** What is wrong with a document that has no values for a field, as FT.INFO tells it. */
export function misfit({ type, identifier, path }: Field, value: Value): string {
	if (value instanceof HashValue) {
		const text = toText(value.fields.get(identifier)!);
		return type === 'NUMERIC' ? `Invalid numeric value: '${text}'` : noPoint(text);
	}
	const found = valuesAt((value as JsonValue).json, path!).map(plainNumber);
	const isList = found.length > 1 || Array.isArray(found[0]);
	const all = isList ? found.flat().filter((each) => each !== null) : found;
	if (type === 'GEO' && all.every((each) => typeof each === 'string'))
		return noPoint(all.find((each) => parsePoint(each) === undefined)!);
	if (!isList) return `Invalid JSON type: ${MEANINGS[typeof all[0] as keyof typeof MEANINGS]}`;
	return type === 'NUMERIC'
		? 'NUMERIC fields can only contain numeric or nulls'
		: 'TEXT/TAG fields can only contain strings or nulls';
}

const MEANINGS = {
	string: 'String type can represent only TEXT, TAG, GEO or GEOMETRY field',
	number: 'Numeric type can represent only NUMERIC field',
	boolean: 'Boolean type can be represent only TAG field',
	object: 'Object type can represent only GEOMETRY fields',
};

function noPoint(text: string): string {
	const point = parseCoordinates(text);
	if (!point) return 'Invalid geo string';
	return `Invalid geo coordinates: ${point.lon.toFixed(6)}, ${point.lat.toFixed(6)}`;
}
