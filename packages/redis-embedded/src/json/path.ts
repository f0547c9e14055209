import type { Json } from '../values/json.ts';
import { matchesFilter } from './path-filter.ts';
import { parsePath, type Segment } from './path-parser.ts';
import { utf8 } from './utf8.ts';
import { isArray, isObject } from './values.ts';

/** A place in a document: a property of what is at another place, or the root (from nowhere). */
export interface Place {
	readonly from: Place | undefined;
	readonly key: string | number;
	readonly value: Json;
	/** A property that is not there yet. */
	readonly isNew?: boolean;
}

/** A path. A legacy path (one without `$`) means one place and is answered plainly. */
export class Path {
	/** As it was given, and as a `$` path. */
	readonly text: string;
	readonly full: string;
	private parsed: readonly Segment[] | undefined;
	private plain: readonly string[] | undefined;

	constructor(text: string) {
		this.text = text;
		if (/^\$(?:$|[.[])/.test(text)) this.full = text;
		else this.full = text === '.' ? '$' : `$${text.startsWith('.') ? '' : '.'}${text}`;
	}
	get legacy(): boolean {
		return this.full !== this.text;
	}
	get isRoot(): boolean {
		return this.full === '$';
	}
	/** Its steps; throws when it is none. */
	get segments(): readonly Segment[] {
		if (this.parsed === undefined) {
			this.parsed = parsePath(this.full);
			const names = this.parsed.map((each) =>
				each.kind === 'names' && !each.deep && each.names.length === 1 ? each.names[0] : undefined,
			);
			if (!names.includes(undefined)) this.plain = names as string[];
		}
		return this.parsed;
	}
	/** When it is nothing but one name after the other, as most are: these names. */
	get names(): readonly string[] | undefined {
		return this.segments && this.plain;
	}
}

const cache = new Map<string, Path>();

/** A path, given as bytes. */
export function pathOf(bytes: string): Path {
	let path = cache.get(bytes);
	if (path === undefined) {
		path = new Path(utf8(bytes));
		if (cache.size > 1000) cache.clear();
		cache.set(bytes, path);
	}
	return path;
}

/** A path, given as bytes, if it is one. */
export function validPath(bytes: string): Path | undefined {
	const path = pathOf(bytes);
	try {
		return path.segments && path;
	} catch {
		return undefined;
	}
}

/** All places that the steps of a path mean, in the document's order. */
export function select(root: Json, segments: readonly Segment[]): Place[] {
	let places: Place[] = [{ from: undefined, key: '', value: root }];
	for (const segment of segments) {
		const from = segment.deep ? places.flatMap((place) => [...descend(place)]) : places;
		places = from.flatMap((place) => [...step(place, segment, root)]);
	}
	return places;
}

/** The values that a path means. */
export function valuesAt(root: Json, path: Path): Json[] {
	const { names } = path;
	if (names === undefined) return select(root, path.segments).map((place) => place.value);
	let value = root;
	for (const name of names) {
		if (!isObject(value) || !Object.hasOwn(value, name)) return [];
		value = value[name]!;
	}
	return [value];
}

function* descend(place: Place): Generator<Place> {
	yield place;
	for (const child of children(place)) yield* descend(child);
}

function* children(from: Place): Generator<Place> {
	const { value } = from;
	if (isArray(value)) {
		for (const [key, item] of value.entries()) yield { from, key, value: item };
	} else if (isObject(value)) {
		for (const [key, item] of Object.entries(value)) yield { from, key, value: item };
	}
}

function* step(from: Place, segment: Segment, root: Json): Generator<Place> {
	const { value } = from;
	if (segment.kind === 'all') yield* children(from);
	else if (segment.kind === 'filter') {
		// What is neither list nor object is asked itself.
		const asked = isArray(value) || isObject(value) ? children(from) : [from];
		for (const place of asked) if (matchesFilter(segment.filter, place.value, root)) yield place;
	} else if (segment.kind === 'names') {
		if (!isObject(value)) return;
		for (const key of segment.names) if (Object.hasOwn(value, key)) yield { from, key, value: value[key]! };
	} else if (isArray(value)) {
		for (const key of indexes(segment, value.length)) yield { from, key, value: value[key]! };
	}
}

function* indexes(segment: Segment, length: number): Generator<number> {
	// An index before the first means the first.
	const clamp = (index: number) => Math.min(Math.max(index < 0 ? length + index : index, 0), length);
	if (segment.kind === 'indexes') {
		for (const index of segment.indexes) if (clamp(index) < length) yield clamp(index);
	} else if (segment.kind === 'slice') {
		const end = clamp(segment.end ?? length);
		for (let at = clamp(segment.start ?? 0); at < end; at += segment.step) yield at;
	}
}
