/** An object as subgraphs answer it. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object, which a list is not. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own property: clients choose the names, and `constructor` is one like any other. */
export function own(object: JsonObject, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets an object's own property, `__proto__` as well. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
	if (key === '__proto__') {
		Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
	} else object[key] = value;
}

/**
 * An object without a prototype. Made by a constructor, engines keep it as fast as any other, which they do not with
 * `Object.create(null)`.
 */
export const Bare = function Bare() {} as unknown as new () => JsonObject;
Bare.prototype = Object.create(null);

/** A copy of a JSON value that shares nothing with it. */
export function copyOf(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(copyOf);
	const copy: JsonObject = {};
	for (const key of Object.keys(value)) setOwn(copy, key, copyOf((value as JsonObject)[key]));
	return copy;
}
