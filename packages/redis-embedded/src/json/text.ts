import type { Json } from '../values/json.ts';
import { ExactNumber, isPlain, numberOf } from './number.ts';
import { isObject } from './values.ts';

/**
 * What JavaScript would not give back as RedisJSON does: exponents, zero fractions, tiny numbers, names that look
 * like integers (they would come first), -0, and the name `__proto__`; or an escape that may hide one of them.
 */
const ODD =
	/\d(?:[eE][-+\d](?<=(?:^|[[:,\s])-?[\d.]+[eE].)|\.0+(?!\d)|\.0000)|"\d+"\s*:|-0(?![.\d])|__proto__"|\\u(?:00[35]|[dD])/;
/** As many digits as a double may not hold; written out, since a counted loop takes ten times as long. */
const LONG = new RegExp(`${'[\\d.]'.repeat(16)}[\\d.]*`, 'g');

/** What stands before odd names inside documents: half a character, which no JSON text that is accepted holds. */
const MARK = '\udc00';
const ODD_NAME = /^(?:\d+|__proto__)$/;
/** A string, which may be a name; or a number, which must not be one. */
const TOKEN =
	/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\d.eE]|\s*:)/g;

/** A name as documents hold it, and back. */
export const hideName = (name: string): string => (ODD_NAME.test(name) ? MARK + name : name);
export const showName = (name: string): string => (name.startsWith(MARK) ? name.slice(1) : name);

/** Throws SyntaxError. */
export function parse(text: string): Json {
	if (!ODD.test(text) && !holdsLong(text)) return JSON.parse(text);
	return unmark(JSON.parse(text.replace(TOKEN, mark)));
}

/** Whether a number in it may have more digits than JavaScript would give back. */
function holdsLong(text: string): boolean {
	return text.match(LONG)?.some((digits) => !isPlain(digits)) ?? false;
}

/** Marks odd names, and odd numbers as strings. */
function mark(token: string, inside?: string, colon?: string): string {
	if (inside === undefined) {
		const number = numberOf(token);
		return typeof number === 'number' ? token : `"\\udc00${number.text}"`;
	}
	const string: string = inside.includes('\\u') ? JSON.parse(`"${inside}"`) : inside;
	if (!string.isWellFormed()) throw new SyntaxError('half a character');
	return colon !== undefined && ODD_NAME.test(string) ? `"\\udc00${string}"${colon}` : token;
}

/** Makes numbers of what was marked as such. */
function unmark(value: Json): Json {
	if (typeof value === 'string') return value.startsWith(MARK) ? new ExactNumber(value.slice(1)) : value;
	if (Array.isArray(value)) for (let i = 0; i < value.length; i++) value[i] = unmark(value[i]!);
	else if (isObject(value)) for (const name of Object.keys(value)) value[name] = unmark(value[name]!);
	return value;
}

export function stringify(value: Json): string {
	const text = JSON.stringify(value);
	return text.includes('\\') ? text.replaceAll('"\\udc00', '"') : text;
}
