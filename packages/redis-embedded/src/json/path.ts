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
	readonly legacy: boolean;
	readonly isRoot: boolean;
	private parsed: readonly Segment[] | undefined;
	private plain: readonly string[] | undefined;

	constructor(text: string) {
		this.text = text;
		if (/^\$(?:$|[.[])/.test(text)) this.full = text;
		else this.full = text === '.' ? '$' : `$${text.startsWith('.') ? '' : '.'}${text}`;
		this.legacy = this.full !== text;
		this.isRoot = this.full === '$';
	}
	/** Its steps; throws when it is none. */
	get segments(): readonly Segment[] {
		if (this.parsed === undefined) {
			this.parsed = parsePath(this.full);
			const steps = this.parsed.map(onlyStep);
			if (steps.every((step) => typeof step === 'string')) this.plain = steps;
		}
		return this.parsed;
	}
	/** Whether it is one. */
	get isValid(): boolean {
		try {
			return this.segments !== undefined;
		} catch {
			return false;
		}
	}
	/** Whether it means one place at most, whatever the document. */
	get isStatic(): boolean {
		return this.segments.every((each) => onlyStep(each) !== undefined);
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
	return path.isValid ? path : undefined;
}

/** A path as a schema tells it, if it is one: its first dot may be missing. */
export const schemaPath = (bytes: string): Path | undefined => validPath(bytes.replace(/^\$(?=[^.[])/, '$.'));

/** The name or the index that a step is, if it is one alone. */
export function onlyStep(step: Segment): string | number | undefined {
	const steps = step.kind === 'names' ? step.names : step.kind === 'indexes' ? step.indexes : [];
	return step.deep || steps.length !== 1 ? undefined : steps[0];
}

/** All places that the steps of a path mean, in the document's order. */
export function select(root: Json, segments: readonly Segment[]): Place[] {
	let places: Place[] = [{ from: undefined, key: '', value: root }];
	for (const segment of segments) {
		const from = segment.deep ? places.flatMap((place) => descend(place, [])) : places;
		places = from.flatMap((place) => step(place, segment, root));
	}
	return places;
}

/** Those of some places that are inside no other of them. */
export function outermost(places: readonly Place[]): readonly Place[] {
	if (places.length < 2) return places;
	/** By what they are in. */
	const keys = new Map<Json, Set<string | number>>();
	for (const { from, key } of places) {
		if (from === undefined) continue;
		const siblings = keys.get(from.value);
		if (siblings) siblings.add(key);
		else keys.set(from.value, new Set([key]));
	}
	const isInside = ({ from, key }: Place): boolean =>
		from !== undefined && (keys.get(from.value)?.has(key) || isInside(from));
	return places.filter(({ from }) => from === undefined || !isInside(from));
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

/** A place and all below it. */
function descend(place: Place, found: Place[]): Place[] {
	found.push(place);
	for (const child of children(place)) descend(child, found);
	return found;
}

function children(from: Place): Place[] {
	const { value } = from;
	if (isArray(value)) return value.map((item, key) => ({ from, key, value: item }));
	if (!isObject(value)) return [];
	return Object.entries(value).map(([key, item]) => ({ from, key, value: item }));
}

function step(from: Place, segment: Segment, root: Json): Place[] {
	const { value } = from;
	if (segment.kind === 'all') return children(from);
	if (segment.kind === 'filter') {
		// What is neither list nor object is asked itself.
		const asked = isArray(value) || isObject(value) ? children(from) : [from];
		return asked.filter((place) => matchesFilter(segment.filter, place.value, root));
	}
	if (segment.kind === 'names') {
		if (!isObject(value)) return [];
		const names = segment.names.filter((name) => Object.hasOwn(value, name));
		return names.map((key) => ({ from, key, value: value[key]! }));
	}
	if (!isArray(value)) return [];
	return indexes(segment, value.length).map((key) => ({ from, key, value: value[key]! }));
}

function indexes(segment: Segment & { kind: 'indexes' | 'slice' }, length: number): number[] {
	// An index before the first means the first.
	const clamp = (index: number) => Math.min(Math.max(index < 0 ? length + index : index, 0), length);
	if (segment.kind === 'indexes') return segment.indexes.map(clamp).filter((index) => index < length);
	const found: number[] = [];
	const end = clamp(segment.end ?? length);
	for (let at = clamp(segment.start ?? 0); at < end; at += segment.step) found.push(at);
	return found;
}
