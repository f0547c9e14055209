import type { Keyspace } from '../engine/keyspace.ts';
import { schemaPath, valuesAt } from '../json/path.ts';
import { stringify } from '../json/text.ts';
import { isNumber } from '../json/values.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import { HashValue } from '../values/hash.ts';
import { type Json, JsonValue } from '../values/json.ts';
import type { Value } from '../values/value.ts';
import { formatNumber } from './aggregate/row.ts';
import type { Definition } from './definition.ts';
import { NumberColumn } from './fields/sort-column.ts';
import type { SearchIndex } from './search-index.ts';

/** What is a property of every document, without a field of that name. */
export const KEY = '__key';

/** Reads a property of documents, as bytes. */
export type PropertyReader = (value: Value | undefined) => string | undefined;

/**
 * What reads a property: by the name of a field, by a hash field or by a JSON path, all as bytes.
 * @param all whether it is a list of whatever the path finds, as from dialect 3 on, or the first of that
 */
export function propertyReader(
	{ definition }: { readonly definition: Definition },
	name: string,
	all = false,
): PropertyReader {
	const field = definition.fields.find((each) => toBytes(each.name) === name);
	const identifier = field?.identifier ?? name;
	if (definition.on === 'HASH') {
		return (value) => (value instanceof HashValue ? value.fields.get(identifier) : undefined);
	}
	if (identifier === '$') return (value) => (value instanceof JsonValue ? root(value, all) : undefined);
	const path = identifier.startsWith('$') ? schemaPath(identifier) : undefined;
	return (value) => {
		if (!(value instanceof JsonValue) || path === undefined) return undefined;
		const found = valuesAt(value.json, path);
		const [first] = found;
		if (all) {
			const isEmpty = first === undefined || (Array.isArray(first) && first.length === 0);
			return isEmpty ? undefined : toBytes(stringify(found));
		}
		return first === undefined || first === null ? undefined : printProperty(first);
	};
}

const root = (value: JsonValue, all: boolean): string => (all ? `[${value.head()}]` : value.head());

function printProperty(value: Json): string {
	if (isNumber(value)) return formatNumber(Number(value));
	if (typeof value === 'boolean') return value ? '1' : '0';
	return toBytes(typeof value === 'string' ? value : stringify(value));
}

/** Reads a property of an index's documents: a number of the schema is at hand, anything else comes as bytes. */
export function slotReader(
	db: Keyspace,
	index: SearchIndex,
	name: string,
	all = false,
): (slot: number) => string | number | undefined {
	if (name === KEY && !index.field(KEY)) return (slot) => index.documents.keys[slot]!;
	const read = propertyReader(index, name, all);
	const readDocument = (slot: number) => read(db.find(index.documents.keys[slot]!)?.value);
	const column = index.orders.get(toText(name))?.column;
	if (all || !(column instanceof NumberColumn)) return readDocument;
	return (slot) => (column.isList(slot) ? readDocument(slot) : column.get(slot));
}

/** Reads a property of documents, or what they are sorted by. */
export function cellReader(
	db: Keyspace,
	index: SearchIndex,
	name: string,
	sorted: boolean,
): (slot: number) => string | number | undefined {
	const column = index.orders.get(toText(name))?.column;
	if (column && sorted) return (slot) => column.get(slot);
	const read = slotReader(db, index, name);
	return (slot) => {
		const cell = read(slot);
		return typeof cell === 'string' ? toText(cell) : cell;
	};
}

/** Everything a document holds: the fields of a hash, or the JSON under `$`, in a list if `all` is asked for. */
export function loadAll(value: Value | undefined, all = false): Map<string, string> {
	if (value instanceof HashValue) return new Map(value.fields);
	return new Map(value instanceof JsonValue ? [['$', root(value, all)]] : []);
}
