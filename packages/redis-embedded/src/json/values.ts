import { toBytes } from '../protocol/reply.ts';
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
	if (isString(a) && isString(b)) return toBytes(a) < toBytes(b) ? -1 : 1;
	if (isBoolean(a) && isBoolean(b)) return a < b ? -1 : 1;
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

/** The properties of an object while some go and others come: the last one takes the place of one that goes, as in RedisJSON. */
export class Properties {
	private readonly object: JsonObject;
	/** Their order and their places in it, once one has gone. */
	private order: string[] = [];
	private places: Map<string, number> | undefined;
	/** Those before are where they were. */
	private unmoved = Number.POSITIVE_INFINITY;

	constructor(object: JsonObject) {
		this.object = object;
	}
	get(name: string): Json | undefined {
		return Object.hasOwn(this.object, name) ? this.object[name] : undefined;
	}
	set(name: string, value: Json): void {
		if (this.places && !this.places.has(name)) this.places.set(name, this.order.push(name) - 1);
		this.object[name] = value;
	}
	remove(name: string): void {
		if (!Object.hasOwn(this.object, name)) return;
		if (!this.places) {
			this.order = Object.keys(this.object);
			this.places = new Map(this.order.map((each, place) => [each, place]));
		}
		const place = this.places.get(name)!;
		this.places.delete(name);
		delete this.object[name];
		const last = this.order.pop()!;
		if (last !== name) {
			this.order[place] = last;
			this.places.set(last, place);
		}
		this.unmoved = Math.min(this.unmoved, place);
	}
	/** Gives the object this order. */
	settle(): void {
		const moved = this.order.slice(this.unmoved).map((name) => [name, this.object[name]!] as const);
		for (const [name] of moved) delete this.object[name];
		for (const [name, value] of moved) this.object[name] = value;
	}
}

/** Puts items into a list, however many: `splice` and `push` take no more than fit on the stack. */
export function insertAll(list: Json[], at: number, items: readonly Json[]): void {
	const rest = list.splice(at);
	for (const item of items) list.push(item);
	for (const item of rest) list.push(item);
}
