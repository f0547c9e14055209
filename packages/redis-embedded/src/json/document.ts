import { parseInteger } from '../engine/arguments.ts';
import type { Client } from '../engine/client.ts';
import type { Keyspace } from '../engine/keyspace.ts';
import { array, nil, RedisError, toBytes } from '../protocol/reply.ts';
import { type Json, JsonValue } from '../values/json.ts';
import { onlyStep, type Path, type Place, pathOf, select, valuesAt } from './path.ts';
import { endOfValue, syntaxMistake } from './syntax-check.ts';
import { parse } from './text.ts';
import { utf8 } from './utf8.ts';
import { isArray, isObject } from './values.ts';

export const NEW_AT_ROOT = 'ERR new objects must be created at the root';
const NO_KEY = "ERR could not perform this operation on a key that doesn't exist";
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

/** V8 ends the process when it is to make a list of all that a longer text may hold. */
const MAX_TEXT_MB = 64;

export function refuseHuge(bytes: string): void {
	if (bytes.length > MAX_TEXT_MB * 2 ** 20)
		throw new RedisError(`ERR a JSON value may have ${MAX_TEXT_MB} MB at most`);
}

/** The value of a JSON text, given as bytes. RedisJSON lets most commands ignore what follows it; `whole` does not. */
export function parseJson(bytes: string, whole = false): Json {
	refuseHuge(bytes);
	const text = utf8(bytes);
	if (!mayBeDeep(bytes)) {
		try {
			return parse(text);
		} catch (cause) {
			if (!(cause instanceof SyntaxError)) throw cause;
		}
	}
	const end = endOfValue(bytes);
	const rest = bytes.slice(end).search(/[^ \n\t\r]/);
	if (whole && rest >= 0) throw syntaxMistake('trailing characters', bytes, end + rest + 1);
	return parse(utf8(bytes.slice(0, end)));
}

/** Whether a text opens so much that it could be nested too deeply. */
function mayBeDeep(text: string): boolean {
	if (text.length < 256) return false;
	let opened = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if ((code === 91 || code === 123) && ++opened > 127) return true;
	}
	return false;
}

/** What is at a place by now. */
export function valueNow(document: JsonValue, { from, key }: Place): Json | undefined {
	if (from === undefined) return document.json;
	const parent = valueNow(document, from);
	if (parent === undefined) return undefined;
	if (isArray(parent)) return typeof key === 'number' ? parent[key] : undefined;
	return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Puts a value where another is, or a new property where none is; false when that is no longer so. */
export function putAt(document: JsonValue, place: Place, value: Json): boolean {
	const { from, key, isNew = false } = place;
	if (from === undefined) {
		document.update(value);
		return true;
	}
	const parent = valueNow(document, from);
	if (parent === undefined || (valueNow(document, place) === undefined) !== isNew) return false;
	if (isNew && !isObject(parent)) return false;
	(parent as { [name: string]: Json })[key] = value;
	document.update();
	return true;
}

/**
 * Where a write at a path goes: to what is there (unless it is NX), else to a new property of what the path before
 * its last step means (unless it is XX).
 */
export function placesToWrite(document: JsonValue, path: Path, condition?: string): Place[] {
	const { segments } = path;
	const found = condition === 'NX' ? [] : select(document.json, segments);
	if (found.length > 0 || condition === 'XX') return found;
	const steps = segments.map((each) => {
		const step = onlyStep(each);
		if (step === undefined) throw new RedisError('Err wrong static path');
		return step;
	});
	const key = steps.at(-1)!;
	if (typeof key === 'string') {
		const parents = select(document.json, segments.slice(0, -1));
		return parents.map((from) => ({ from, key, value: null, isNew: true }));
	}
	if (select(document.json, segments).length === 0) throw new RedisError('ERR array index out of range');
	return [];
}

/** Says that a document was changed in place. */
export function changed(client: Client, key: string, document: JsonValue): void {
	client.db.edit(key, JsonValue);
	document.update();
}

/** The wordings for a path that leads nowhere, or to something of another type. */
export const noPath = (path: string, or = ''): RedisError =>
	new RedisError(toBytes(`ERR Path '${path}' does not exist${or && ` or ${or}`}`));
export const wrongPathType = (expected: string, found: string): RedisError =>
	new RedisError(`WRONGTYPE wrong type of path value - expected ${expected} but found ${found}`);

/**
 * Changes every value of one kind at a path and answers per place: null where the kind is another. A legacy path
 * answers for its last place alone, and with an error where there is none: `misfit` says what it may be instead, and
 * `named` which form of the path it tells.
 */
export function changeEach<T extends Json>(
	client: Client,
	key: string,
	pathBytes: string,
	[is, misfit, named = 'full']: readonly [(value: Json) => value is T, string, ('full' | 'text')?],
	change: (value: T, place: Place, document: JsonValue) => string,
): string {
	const path = pathOf(pathBytes);
	const document = requireDocument(client.db, key);
	const replies = select(document.json, path.segments).map((place) => {
		// A change before may have been of the same, or of what it is in.
		const value = is(place.value) ? valueNow(document, place) : undefined;
		return value !== undefined && is(value) ? change(value, place, document) : undefined;
	});
	if (!path.legacy) return array(replies.map((reply) => reply ?? nil(client)));
	const last = replies.findLast((reply) => reply !== undefined);
	if (last === undefined) throw noPath(path[named], misfit);
	return last;
}

/** How a command reads the values of one kind. */
interface Reading<T extends Json> {
	readonly is: (value: Json) => value is T;
	read(value: T): string;
	/** What is said of another kind. */
	misfit(found: Json): RedisError;
	/** What is said of a legacy path that leads nowhere; else it is null, even if it is none. */
	absent?(): RedisError;
	/** What is said of a key that is not there. */
	missing?(): RedisError;
}

/**
 * Reads every value at a path and answers per value: null where it is of another kind. A legacy path answers for its
 * first value alone, and with null where there is no key.
 */
export function readEach<T extends Json>(
	client: Client,
	key: string,
	path: Path,
	{ is, read, misfit, absent, missing }: Reading<T>,
): string {
	const document = documentAt(client.db, key);
	if (document === undefined) {
		if (path.legacy) return nil(client);
		throw missing ? missing() : new RedisError(NO_KEY);
	}
	if (path.legacy && !path.isValid && !absent) return nil(client);
	const values = valuesAt(document.json, path);
	if (!path.legacy) return array(values.map((value) => (is(value) ? read(value) : nil(client))));
	const [first] = values;
	if (first === undefined) {
		if (absent) throw absent();
		return nil(client);
	}
	if (!is(first)) throw misfit(first);
	return read(first);
}

/** The integer that a word spells. */
export const parseIndex = (word: string): number => parseInteger(word, "Couldn't parse as integer");
