/**
 * Encoders of the Redis protocol. Inside the engine every string is latin1: one character is one byte, so
 * keys and values stay binary-safe and a length in characters is a length in bytes.
 */

/** The protocol a client speaks; it chooses it with HELLO. */
export type Protocol = 2 | 3;

/** Whoever is answered: replies differ by the protocol it chose. */
export interface Receiver {
	readonly protocol: Protocol;
}

/** An answer in Redis's own words: the first word is the error's code. */
export class RedisError extends Error {}

/** An error that quotes a text, which the client is told in bytes. */
export const textError = (message: string): RedisError => new RedisError(toBytes(message));

export const OK = '+OK\r\n';
export const EMPTY_ARRAY = '*0\r\n';

export const simple = (text: string): string => `+${inLine(text)}\r\n`;
export const error = (text: string): string => `-${inLine(text)}\r\n`;
export const integer = (value: number | bigint | string): string => `:${value}\r\n`;
export const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`;
export const array = (items: readonly string[]): string => `*${items.length}\r\n${items.join('')}`;
export const bulks = (items: Iterable<string>): string => array(Array.from(items, bulk));

export const nil = (to: Receiver): string => (to.protocol === 3 ? '_\r\n' : '$-1\r\n');
export const nilArray = (to: Receiver): string => (to.protocol === 3 ? '_\r\n' : '*-1\r\n');
export const bulkOrNil = (to: Receiver, text: string | undefined): string =>
	text === undefined ? nil(to) : bulk(text);

export const integerOrNil = (to: Receiver, value: number | null): string =>
	value === null ? nil(to) : integer(value);

/** A map of encoded keys and values, given flat; an array of both in RESP2. */
export const map = (to: Receiver, flat: readonly string[]): string =>
	`${to.protocol === 3 ? `%${flat.length / 2}` : `*${flat.length}`}\r\n${flat.join('')}`;

export const bulkMap = (to: Receiver, entries: Iterable<readonly [key: string, value: string]>): string =>
	map(
		to,
		[...entries].flatMap(([key, value]) => [bulk(key), bulk(value)]),
	);

export const set = (to: Receiver, items: readonly string[]): string =>
	`${to.protocol === 3 ? '~' : '*'}${items.length}\r\n${items.join('')}`;

/** What the server sends unasked. */
export const push = (to: Receiver, items: readonly string[]): string =>
	`${to.protocol === 3 ? '>' : '*'}${items.length}\r\n${items.join('')}`;

export const double = (to: Receiver, value: number): string =>
	to.protocol === 3 ? `,${formatDouble(value)}\r\n` : bulk(formatDouble(value));

export const verbatim = (to: Receiver, text: string): string =>
	to.protocol === 3 ? `=${text.length + 4}\r\ntxt:${text}\r\n` : bulk(text);

/** A double as Redis prints it: shortest form, `inf`, `-inf`, `nan`. */
export function formatDouble(value: number): string {
	if (value === Number.POSITIVE_INFINITY) return 'inf';
	if (value === Number.NEGATIVE_INFINITY) return '-inf';
	if (Number.isNaN(value)) return 'nan';
	if (Object.is(value, -0)) return '-0';
	const size = Math.abs(value);
	if (Number.isInteger(value) && size <= 2 ** 62)
		return size < 2 ** 53 ? String(value) : String(BigInt(value));
	// As JavaScript has them, too.
	if (size >= 1e-3 && size < 1e4) return String(value);
	const [mantissa, power] = value.toExponential().split('e') as [string, string];
	const digits = mantissa.replace(/[-.]/g, '');
	const [sign, exponent] = [value < 0 ? '-' : '', Number(power)];
	const zeros = exponent - digits.length + 1;
	if (zeros >= 0 && exponent < digits.length + 7) return sign + digits + '0'.repeat(zeros);
	if (zeros < 0 && (zeros > -7 || Math.abs(exponent) < 4)) return value.toFixed(-zeros);
	return `${mantissa}e${power}`;
}

const NO_BYTES = /[^\0-\xff]/;
/** What goes on a line. What is not bytes is encoded: cut down to bytes, it could end the line. */
const inLine = (text: string): string => (NO_BYTES.test(text) ? toBytes(text) : text).replace(/[\r\n]/g, ' ');

/** Measuring is the fastest way to know. */
const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

/** UTF-8 text as the bytes the engine works with, and back: ASCII, as most is, is both. */
export const toBytes = (text: string): string =>
	isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
export const toText = (bytes: string): string =>
	isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
