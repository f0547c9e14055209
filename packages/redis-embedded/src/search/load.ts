import { pathOf, valuesAt } from '../json/path.ts';
import { toBytes } from '../protocol/reply.ts';
import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import type { SearchIndex } from './search-index.ts';

/** A property of a document as bytes: by the name of a field, by a hash field or by a JSON path. */
export function loadProperty(index: SearchIndex, value: Value | undefined, name: string): string | undefined {
	const identifier =
		index.definition.fields.find((field) => toBytes(field.name) === name)?.identifier ?? name;
	if (value instanceof HashValue) return value.fields.get(identifier);
	if (!(value instanceof JsonValue)) return undefined;
	if (identifier === '$') return value.head();
	// Of several values the first is the property's, as in dialects 1 and 2.
	const [first] = valuesAt(value.json, pathOf(identifier));
	return first === undefined || first === null ? undefined : printProperty(first);
}

const printProperty = (value: Json): string =>
	toBytes(
		typeof value === 'string'
			? value
			: typeof value === 'boolean'
				? value
					? '1'
					: '0'
				: JSON.stringify(value),
	);

/** Everything a document holds: the fields of a hash, or the JSON under `$`. */
export function loadAll(value: Value | undefined): Map<string, string> {
	if (value instanceof HashValue) return new Map(value.fields);
	return new Map(value instanceof JsonValue ? [['$', value.head()]] : []);
}
