import type { Client } from '../engine/client.ts';
import type { Keyspace } from '../engine/keyspace.ts';
import { array, nil, RedisError, toText } from '../protocol/reply.ts';
import { type Json, JsonValue } from '../values/json.ts';
import { type Path, type Place, pathOf, select } from './path.ts';

export const NO_KEY = "ERR could not perform this operation on a key that doesn't exist";
const WRONG_KEY = 'Existing key has wrong Redis type';

/** The document at a key. RedisJSON has its own words for a key that holds something else. */
export function documentAt(db: Keyspace, key: string): JsonValue | undefined {
	const value = db.find(key)?.value;
	if (value !== undefined && !(value instanceof JsonValue)) throw new RedisError(WRONG_KEY);
	return value;
}

/** The document at a key that must be there. */
export function requireDocument(db: Keyspace, key: string): JsonValue {
	const document = documentAt(db, key);
	if (document === undefined) throw new RedisError(NO_KEY);
	return document;
}

const MAX_DEPTH = 128;

/** A JSON text, given as bytes; nested no deeper than RedisJSON lets it be. */
export function parseJson(bytes: string): Json {
	if (bytes.length > 2 * MAX_DEPTH && depthOf(bytes) > MAX_DEPTH) {
		throw new RedisError('ERR recursion limit exceeded');
	}
	try {
		return JSON.parse(toText(bytes));
	} catch (cause) {
		throw new RedisError(`ERR ${(cause as Error).message}`);
	}
}

function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (inString) {
			if (code === 92) i++;
			else if (code === 34) inString = false;
		} else if (code === 34) inString = true;
		else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
		else if (code === 93 || code === 125) depth--;
	}
	return deepest;
}

/** Puts a value into a place. */
export function putAt(document: JsonValue, { parent, key }: Place, value: Json): void {
	if (parent === undefined) document.update(value);
	else {
		setProperty(parent, key, value);
		document.update();
	}
}

/** Sets a property, whatever its name: `__proto__` is one like any other. */
export function setProperty(
	parent: Json[] | { [name: string]: Json },
	key: string | number,
	value: Json,
): void {
	if (key !== '__proto__') (parent as { [name: string]: Json })[key] = value;
	else Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Removes a place from its parent. */
export function removeAt(document: JsonValue, { parent, key }: Place): void {
	if (Array.isArray(parent)) parent.splice(Number(key), 1);
	else if (parent) delete parent[key];
	document.update();
}

/** What the type of a value is called. */
export function typeOf(value: Json): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

/** The wording for a legacy path that leads nowhere, or to something of another type. */
export const noPath = (path: Path): RedisError => new RedisError(`ERR Path '${path.text}' does not exist`);
export const wrongPathType = (expected: string, found: Json): RedisError =>
	new RedisError(`WRONGTYPE wrong type of path value - expected ${expected} but found ${typeOf(found)}`);

/**
 * Changes or reads every value of one kind at a path and answers per place: null where the kind is another. A
 * legacy path answers for its last place alone and refuses what is missing or of another kind.
 */
export function eachPlace<T extends Json>(
	client: Client,
	key: string,
	pathText: string,
	expected: string,
	is: (value: Json) => value is T,
	visit: (value: T, place: Place, document: JsonValue) => string,
): string {
	const path = pathOf(pathText);
	const document = requireDocument(client.db, key);
	const places = select(document.json, path);
	if (!path.legacy) {
		return array(
			places.map((place) => (is(place.value) ? visit(place.value, place, document) : nil(client))),
		);
	}
	if (places.length === 0) throw noPath(path);
	const fitting = places.filter((place) => is(place.value));
	if (fitting.length === 0) throw wrongPathType(expected, places[0]!.value);
	return fitting.map((place) => visit(place.value as T, place, document)).at(-1)!;
}

export const isArray = (value: Json): value is Json[] => Array.isArray(value);
export const isString = (value: Json): value is string => typeof value === 'string';
export const isNumber = (value: Json): value is number => typeof value === 'number';
export const isBoolean = (value: Json): value is boolean => typeof value === 'boolean';
export const isObject = (value: Json): value is { [name: string]: Json } =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** Says that a document was changed in place. */
export function changed(client: Client, key: string, document: JsonValue): void {
	client.db.edit(key, JsonValue);
	document.update();
}
