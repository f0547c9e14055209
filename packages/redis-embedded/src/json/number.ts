declare global {
	interface JSON {
		rawJSON(text: string): unknown;
	}
}

/** A number that JavaScript would print otherwise than RedisJSON does: `1.0`, `1e100`, an integer beyond 2^53. */
export class ExactNumber {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
	valueOf(): number {
		return Number(this.text);
	}
	toJSON(): unknown {
		return JSON.rawJSON(this.text);
	}
}

/** A number as documents hold it: a plain one wherever its text is the same in both. */
export type JsonNumber = number | ExactNumber;

const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/** Whether digits, with or without a dot, are a number that JavaScript prints as they are, and RedisJSON too. */
export function isPlain(digits: string): boolean {
	const number = Number(digits);
	if (String(number) !== digits) return false;
	return Number.isInteger(number) ? Number.isSafeInteger(number) : Math.abs(number) >= 1e-5;
}

/** A number by its JSON text: an integer if it is spelled as one and fits 64 bits. */
export function numberOf(text: string): JsonNumber {
	const number = Number(text);
	if (Number.isSafeInteger(number) && String(number) === text) return number;
	if (/[.eE]/.test(text) || text === '-0') return ofDouble(number);
	const value = BigInt(text);
	return value < MIN_INT64 || value > MAX_UINT64 ? ofDouble(number) : ofInteger(value);
}

export function ofInteger(value: bigint): JsonNumber {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : new ExactNumber(String(value));
}

/** A double; infinities and NaN are none in JSON. */
export function ofDouble(value: number): JsonNumber {
	if (!Number.isFinite(value)) throw new SyntaxError('number out of range');
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-5 || size >= 1e16)) {
		const [mantissa, power] = value.toExponential().split('e') as [string, string];
		return new ExactNumber(`${mantissa}e${Number(power)}`);
	}
	if (!Number.isInteger(value)) return value;
	return new ExactNumber(Object.is(value, -0) ? '-0.0' : `${value}.0`);
}

export const isInteger = (value: JsonNumber): boolean =>
	typeof value === 'number' ? Number.isInteger(value) : !/[.e]/.test(value.text);

/** An integer that Redis has, too: those up to 2^64 are JSON's alone. */
export const isInt64 = (value: JsonNumber): boolean =>
	isInteger(value) && BigInt.asIntN(64, toBigInt(value)) === toBigInt(value);

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compareNumbers(a: JsonNumber, b: JsonNumber): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (!isInteger(a) || !isInteger(b)) return Number(a) - Number(b);
	return Number(toBigInt(a) - toBigInt(b));
}

export const toBigInt = (value: JsonNumber): bigint => BigInt(typeof value === 'number' ? value : value.text);
