import type { Json, JsonObject } from '../values/json.ts';
import { compareNumbers, ExactNumber, isInteger, type JsonNumber } from './number.ts';

export const isArray = (value: Json): value is Json[] => Array.isArray(value);
export const isString = (value: Json): value is string => typeof value === 'string';
export const isBoolean = (value: Json): value is boolean => typeof value === 'boolean';
export const isNumber = (value: Json): value is JsonNumber =>
	typeof value === 'number' || value instanceof ExactNumber;
export const isObject = (value: Json): value is JsonObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof ExactNumber);

/** What the type of a value is called. */
export function typeOf(value: Json): string {
	if (value === null) return 'null';
	if (isArray(value)) return 'array';
	if (isNumber(value)) return isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

export function clone(value: Json): Json {
	if (isArray(value)) return value.map(clone);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clone(each)]));
}

/** Negative, 0 or positive for two values of a kind that has an order; else undefined. */
export function order(a: Json | undefined, b: Json | undefined): number | undefined {
	if (a === undefined || b === undefined) return undefined;
	if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
	if (a === b) return isArray(a) || isObject(a) ? undefined : 0;
	if ((isString(a) && isString(b)) || (isBoolean(a) && isBoolean(b))) return a < b ? -1 : 1;
	return undefined;
}

/** Deep equality; the order of properties does not count. `strict`: 1 is not 1.0. */
export function same(a: Json, b: Json, strict = false): boolean {
	if (isArray(a) && isArray(b)) {
		return a.length === b.length && a.every((item, i) => same(item, b[i]!, strict));
	}
	if (isObject(a) && isObject(b)) {
		const names = Object.keys(a);
		return (
			names.length === Object.keys(b).length &&
			names.every((name) => Object.hasOwn(b, name) && same(a[name]!, b[name]!, strict))
		);
	}
	if (strict && isNumber(a) && isNumber(b) && isInteger(a) !== isInteger(b)) return false;
	return order(a, b) === 0;
}

/** Removes a property; the last one takes its place, as in RedisJSON. */
export function removeName(object: JsonObject, name: string): void {
	const [last, ...others] = Object.entries(object)
		.slice(Object.keys(object).indexOf(name) + 1)
		.reverse();
	delete object[name];
	if (last === undefined) return;
	for (const [key, value] of [last, ...others.reverse()]) {
		delete object[key];
		object[key] = value;
	}
}
