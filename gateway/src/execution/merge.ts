import { copyOf, isObject, type JsonObject, own, setOwn } from './json.ts';

/**
 * Merges what a subgraph answered into what is known already: objects field by field, lists of the same length entry
 * by entry; anything else is replaced.
 *
 * @param share whether the target may hold parts of the source, which nothing else holds then
 */
export function mergeInto(target: JsonObject, source: JsonObject, share: boolean): void {
	for (const key of Object.keys(source)) {
		const value = source[key];
		if (value === undefined) continue;
		const known = own(target, key);
		if (isObject(value) && isObject(known)) mergeInto(known, value, share);
		else if (Array.isArray(value) && Array.isArray(known) && value.length === known.length)
			mergeLists(known, value, share);
		else setOwn(target, key, share ? value : copyOf(value));
	}
}

function mergeLists(target: unknown[], source: unknown[], share: boolean): void {
	for (const [index, value] of source.entries()) {
		const known = target[index];
		if (isObject(value) && isObject(known)) mergeInto(known, value, share);
		else target[index] = share ? value : copyOf(value);
	}
}
