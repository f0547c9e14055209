import { toText } from '../protocol/reply.ts';
import type { Json } from '../values/json.ts';
import { matchesFilter } from './path-filter.ts';
import { parsePath, type Segment } from './path-parser.ts';

/** A place in a document: a property of a parent, or the root (no parent). */
export interface Place {
	readonly parent: Json[] | { [name: string]: Json } | undefined;
	readonly key: string | number;
	readonly value: Json;
	readonly depth: number;
}

/** A parsed path. A legacy path (one without `$`) means one place and is answered plainly. */
export interface Path {
	readonly text: string;
	readonly legacy: boolean;
	readonly segments: readonly Segment[];
	/** When it is nothing but one name after the other, as most are: these names. */
	readonly names?: readonly string[] | undefined;
}

const cache = new Map<string, Path>();

/** Parses a path, given as bytes. */
export function pathOf(bytes: string): Path {
	let path = cache.get(bytes);
	if (path === undefined) {
		const text = toText(bytes);
		const legacy = !text.startsWith('$');
		const segments = parsePath(legacy ? modernize(text) : text);
		path = { text, legacy, segments, names: namesOf(segments) };
		if (cache.size > 1000) cache.clear();
		cache.set(bytes, path);
	}
	return path;
}

function namesOf(segments: readonly Segment[]): string[] | undefined {
	const names = segments.map((each) =>
		each.kind === 'names' && !each.deep && each.names.length === 1 ? each.names[0] : undefined,
	);
	return names.includes(undefined) ? undefined : (names as string[]);
}

const modernize = (text: string): string =>
	text === '.' || text === '' ? '$' : text.startsWith('.') || text.startsWith('[') ? `$${text}` : `$.${text}`;

/** All places that a path means, in the document's order. */
export function select(root: Json, { segments }: Path): Place[] {
	let places: Place[] = [{ parent: undefined, key: '', value: root, depth: 0 }];
	for (const segment of segments) {
		const from = segment.deep ? places.flatMap((place) => [...descend(place)]) : places;
		places = from.flatMap((place) => [...children(place, segment, root)]);
	}
	return places;
}

/** The values that a path means. */
export function valuesAt(root: Json, path: Path): Json[] {
	if (path.names === undefined) return select(root, path).map((place) => place.value);
	let value = root;
	for (const name of path.names) {
		if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
		if (!Object.hasOwn(value, name)) return [];
		value = value[name]!;
	}
	return [value];
}

function* descend(place: Place): Generator<Place> {
	yield place;
	for (const child of everyChild(place)) yield* descend(child);
}

function* everyChild({ value, depth }: Place): Generator<Place> {
	if (Array.isArray(value)) {
		for (const [key, item] of value.entries()) yield { parent: value, key, value: item, depth: depth + 1 };
	} else if (value !== null && typeof value === 'object') {
		for (const [key, item] of Object.entries(value))
			yield { parent: value, key, value: item, depth: depth + 1 };
	}
}

function* children(place: Place, segment: Segment, root: Json): Generator<Place> {
	const { value, depth } = place;
	if (segment.kind === 'all') yield* everyChild(place);
	else if (segment.kind === 'filter') {
		for (const child of everyChild(place)) if (matchesFilter(segment.filter, child.value, root)) yield child;
	} else if (segment.kind === 'names') {
		if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
		for (const key of segment.names) {
			if (Object.hasOwn(value, key)) yield { parent: value, key, value: value[key]!, depth: depth + 1 };
		}
	} else if (Array.isArray(value)) {
		for (const key of indexes(segment, value.length)) {
			yield { parent: value, key, value: value[key]!, depth: depth + 1 };
		}
	}
}

function* indexes(segment: Segment, length: number): Generator<number> {
	if (segment.kind === 'indexes') {
		for (const index of segment.indexes) {
			const at = index < 0 ? length + index : index;
			if (at >= 0 && at < length) yield at;
		}
	} else if (segment.kind === 'slice') {
		const clamp = (index: number) => Math.min(Math.max(index < 0 ? length + index : index, 0), length);
		const end = clamp(segment.end ?? length);
		for (let at = clamp(segment.start ?? 0); at < end; at += segment.step) yield at;
	}
}
