import type { Json } from '../values/json.ts';
import { numberOf } from './number.ts';

/**
 * What JavaScript would not give back as RedisJSON does: exponents, zero fractions, tiny numbers, names that look
 * like integers (they would come first), -0, and the name `__proto__`; or an escape that may hide one of them.
 */
const ODD =
	/\d(?:[eE][-+\d](?<=(?:^|[[:,\s])-?[\d.]+[eE].)|\.0+(?!\d)|\.0000)|"\d+"\s*:|-0(?![.\d])|__proto__"|\\u(?:00[35]|[dD])/;
/** As many digits as a double may not hold; written out, since a counted loop takes ten times as long. */
const LONG = new RegExp('[\\d.]'.repeat(16));

/** What stands before odd names inside documents: half a character, which no JSON text that is accepted holds. */
const MARK = '\udc00';
const ODD_NAME = /^(?:\d+|__proto__)$/;

/** A name as documents hold it, and back. */
export const hideName = (name: string): string => (ODD_NAME.test(name) ? MARK + name : name);
export const showName = (name: string): string => (name.startsWith(MARK) ? name.slice(1) : name);

/** Throws SyntaxError. */
export function parse(text: string): Json {
	if (!LONG.test(text) && !ODD.test(text)) return JSON.parse(text);
	const marked = text.replace(
		/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?/g,
		(whole, inside: string, colon?: string) => {
			if (colon === undefined) return whole;
			const name = inside.includes('\\') ? JSON.parse(`"${inside}"`) : inside;
			refuseHalves(name);
			return ODD_NAME.test(name) ? `"\\udc00${name}"${colon}` : whole;
		},
	);
	return JSON.parse(marked, revive as (name: string, value: Json) => Json);
}

function revive(_name: string, value: Json, { source }: { source?: string }): Json {
	if (typeof value === 'number') return numberOf(source!);
	if (typeof value === 'string') refuseHalves(value);
	return value;
}

function refuseHalves(text: string): void {
	if (!text.isWellFormed()) throw new SyntaxError('half a character');
}

export function stringify(value: Json): string {
	const text = JSON.stringify(value);
	return text.includes('\\') ? text.replaceAll('"\\udc00', '"') : text;
}
