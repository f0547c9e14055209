import type { ResponsePath } from '@apollo/query-planner';
import { isObject, type JsonObject, own } from './json.ts';

/** The objects at a path of a plan, in which `@` stands for every entry of a list. */
export function objectsAt(from: JsonObject, path: ResponsePath): JsonObject[] {
	const found: JsonObject[] = [];
	collect(from, path, 0, found);
	return found;
}

function collect(value: unknown, path: ResponsePath, depth: number, found: JsonObject[]): void {
	if (Array.isArray(value)) {
		const rest = path[depth] === '@' ? depth + 1 : depth;
		for (const entry of value) collect(entry, path, rest, found);
	} else if (isObject(value)) {
		const key = path[depth];
		if (key === undefined) found.push(value);
		else if (key !== '@') collect(own(value, String(key)), path, depth + 1, found);
	}
}

/** Where the objects that `objectsAt` finds are, in its order: needed for errors alone. */
export function pathsAt(from: JsonObject, path: ResponsePath): ResponsePath[] {
	const found: ResponsePath[] = [];
	locate(from, path, 0, [], found);
	return found;
}

function locate(
	value: unknown,
	path: ResponsePath,
	depth: number,
	here: ResponsePath,
	found: ResponsePath[],
): void {
	if (Array.isArray(value)) {
		const rest = path[depth] === '@' ? depth + 1 : depth;
		for (const [index, entry] of value.entries()) locate(entry, path, rest, [...here, index], found);
	} else if (isObject(value)) {
		const key = path[depth];
		if (key === undefined) found.push(here);
		else if (key !== '@') locate(own(value, String(key)), path, depth + 1, [...here, key], found);
	}
}
