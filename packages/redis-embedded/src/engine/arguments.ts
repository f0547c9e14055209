import { RedisError } from '../protocol/reply.ts';

const NOT_AN_INTEGER = 'ERR value is not an integer or out of range';
export const NOT_A_FLOAT = 'ERR value is not a valid float';

const MIN_INT64 = -(1n << 63n);
const MAX_INT64 = (1n << 63n) - 1n;

export const syntaxError = (): RedisError => new RedisError('ERR syntax error');

/** What a subcommand says of arguments it does not understand. */
export const subcommandError = ([command, subcommand]: readonly string[]): RedisError =>
	new RedisError(
		`ERR unknown subcommand or wrong number of arguments for '${subcommand!.slice(0, 128)}'. ` +
			`Try ${command!.toUpperCase()} HELP.`,
	);

/** A 64-bit integer in its only spelling (no sign, zeros or spaces too many); undefined if it is none. */
export function int64(text: string): bigint | undefined {
	if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return undefined;
	const value = BigInt(text);
	return value < MIN_INT64 || value > MAX_INT64 ? undefined : value;
}

export const fitsInt64 = (value: bigint): boolean => value >= MIN_INT64 && value <= MAX_INT64;

export function parseInt64(text: string | undefined, message: string = NOT_AN_INTEGER): bigint {
	const value = text === undefined ? undefined : int64(text);
	if (value === undefined) throw new RedisError(message);
	return value;
}

/** An integer that counts something; beyond 2^53 it is only roughly itself, which no count reaches. */
export const parseInteger = (text: string | undefined, message?: string): number =>
	Number(parseInt64(text, message));

/** An integer of at least `least`, with one message for whatever is none. */
export function parseCount(
	text: string | undefined,
	message = 'ERR value is out of range, must be positive',
	least = 0,
): number {
	const value = parseInteger(text, message);
	if (value < least) throw new RedisError(message);
	return value;
}

/** An integer between two bounds. */
export function parseWithin(text: string | undefined, least: bigint, most: bigint): number {
	const value = parseInt64(text);
	if (value < least || value > most) {
		throw new RedisError(`ERR value is out of range, value must between ${least} and ${most}`);
	}
	return Number(value);
}

/** A number as C reads it, hexadecimals and infinities included; undefined when it is none, or NaN. */
export function readDouble(text: string): number | undefined {
	if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return Number(text);
	const [, sign, size] = /^([+-]?)(inf|infinity|0x[\da-f]+)$/i.exec(text) ?? [];
	if (size === undefined) return undefined;
	const value = /^i/i.test(size) ? Number.POSITIVE_INFINITY : Number(size);
	return sign === '-' ? -value : value;
}

/** A float in Redis's spelling, infinities included, NaN and what a double cannot hold excluded. */
export function double(text: string): number | undefined {
	const value = readDouble(text);
	const overflown = value !== undefined && !Number.isFinite(value) && !/i/i.test(text);
	return overflown || (value === 0 && /^[^e]*[1-9]/i.test(text)) ? undefined : value;
}

export function parseDouble(text = '', message: string = NOT_A_FLOAT): number {
	const value = double(text);
	if (value === undefined) throw new RedisError(message);
	return value;
}
