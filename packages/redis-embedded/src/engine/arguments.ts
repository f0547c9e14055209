import { RedisError } from '../protocol/reply.ts';

export const SYNTAX_ERROR = 'ERR syntax error';
export const NOT_AN_INTEGER = 'ERR value is not an integer or out of range';
export const NOT_A_FLOAT = 'ERR value is not a valid float';

const MIN_INT64 = -(1n << 63n);
const MAX_INT64 = (1n << 63n) - 1n;

export const syntaxError = (): RedisError => new RedisError(SYNTAX_ERROR);

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

/** An integer that counts something; beyond 2^53 it is only roughly itself, which no count reaches. */
export function parseInteger(text: string | undefined, message: string = NOT_AN_INTEGER): number {
	const value = text === undefined ? undefined : int64(text);
	if (value === undefined) throw new RedisError(message);
	return Number(value);
}

/** A float in Redis's spelling, infinities included, NaN excluded. */
export function parseDouble(text: string | undefined, message: string = NOT_A_FLOAT): number {
	const infinite = /^([+-]?)inf(inity)?$/i.exec(text ?? '');
	if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text ?? '')) throw new RedisError(message);
	return Number(text);
}

/** The sum of two decimal numbers without binary rounding, as the long doubles of Redis give it. */
export function addDecimals(a: string, b: string): string {
	const [x, y] = [decimal(a), decimal(b)];
	if (x === undefined || y === undefined) {
		const sum = parseDouble(a, 'ERR value is not a valid float') + parseDouble(b, NOT_A_FLOAT);
		if (!Number.isFinite(sum)) throw new RedisError('ERR increment would produce NaN or Infinity');
		return Number.isInteger(sum) ? BigInt(sum).toString() : String(sum);
	}
	const scale = Math.max(x.scale, y.scale);
	const sum = x.digits * 10n ** BigInt(scale - x.scale) + y.digits * 10n ** BigInt(scale - y.scale);
	const text = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
	const fraction = scale > 0 ? text.slice(-scale).slice(0, 17).replace(/0+$/, '') : '';
	const whole = scale > 0 ? text.slice(0, -scale) : text;
	return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function decimal(text: string): { digits: bigint; scale: number } | undefined {
	const match = /^([+-]?)(\d{1,30})(?:\.(\d{0,30}))?$/.exec(text);
	if (!match) return undefined;
	const [, sign, whole, fraction = ''] = match;
	return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length };
}
