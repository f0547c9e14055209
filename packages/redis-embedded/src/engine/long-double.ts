import { RedisError } from '../protocol/reply.ts';
import { NOT_A_FLOAT } from './arguments.ts';

/** A number as a fraction; undefined for an infinity. */
export type LongDouble = readonly [numerator: bigint, denominator: bigint] | undefined;

/** The mantissa of the floats of 80 bits with which Redis adds, and the largest power of ten they hold. */
const BITS = 64;
const MAX_POWER = 4932;
/** A text from so many characters on is taken for no number. */
const TOO_LONG = 5 * 1024;
/** As many digits as Redis prints behind the point. */
const DIGITS = 17;

/** A decimal number, rounded to what a float of 80 bits holds. */
export function parseLongDouble(text: string, message: string = NOT_A_FLOAT): LongDouble {
	if (/^[+-]?inf(inity)?$/i.test(text)) return undefined;
	const [, sign, hex, whole, fraction, point, power = '0'] =
		/^([+-]?)(?:(0x[\da-f]+)|(?:(\d+)\.?(\d*)|\.(\d+))(?:e([+-]?\d+))?)$/i.exec(text) ?? [];
	if (sign === undefined || text.length >= TOO_LONG) throw new RedisError(message);
	if (hex !== undefined) return nearest(BigInt(sign + Number(hex)), 1n);
	const behind = fraction ?? point ?? '';
	const digits = BigInt(`${whole ?? ''}${behind}`);
	const exponent = Number(power) - behind.length;
	const size = digits.toString().length + exponent;
	if (digits !== 0n && (size > MAX_POWER || size < -MAX_POWER)) throw new RedisError(message);
	const scale = digits === 0n ? 1n : 10n ** BigInt(Math.abs(exponent));
	const signed = sign === '-' ? -digits : digits;
	return exponent < 0 ? nearest(signed, scale) : nearest(signed * scale, 1n);
}

/** The sum of two numbers as Redis prints it. */
export function addLongDoubles(a: LongDouble, b: LongDouble): string {
	if (a === undefined || b === undefined) {
		throw new RedisError('ERR increment would produce NaN or Infinity');
	}
	const [numerator, denominator] = nearest(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
	const scaled = divide(numerator * 10n ** BigInt(DIGITS), denominator);
	const text = String(scaled < 0n ? -scaled : scaled).padStart(DIGITS + 1, '0');
	const behind = text.slice(-DIGITS).replace(/0+$/, '');
	return `${scaled < 0n ? '-' : ''}${text.slice(0, -DIGITS)}${behind === '' ? '' : `.${behind}`}`;
}

/** The nearest fraction with a numerator of 64 bits above a power of two. */
function nearest(numerator: bigint, denominator: bigint): readonly [bigint, bigint] {
	if (numerator === 0n) return [0n, 1n];
	let shift = BITS + bits(denominator) - bits(numerator);
	if (bits(scale(numerator, shift) / scale(denominator, -shift)) > BITS) shift--;
	const mantissa = divide(scale(numerator, shift), scale(denominator, -shift));
	return [scale(mantissa, -shift), scale(1n, shift)];
}

const bits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length;
const scale = (value: bigint, shift: number): bigint => (shift > 0 ? value << BigInt(shift) : value);

/** The nearest whole number, the even one of two. */
function divide(numerator: bigint, denominator: bigint): bigint {
	if (numerator < 0n) return -divide(-numerator, denominator);
	const [whole, rest] = [numerator / denominator, (numerator % denominator) * 2n];
	return rest > denominator || (rest === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}
