import { RedisError } from '../protocol/reply.ts';
import { fitsInt64, parseInt64 } from './arguments.ts';

const invalid = (command: string): RedisError =>
	new RedisError(`ERR invalid expire time in '${command.toLowerCase()}' command`);

/**
 * The moment so many seconds or milliseconds (`unit`: 1000 or 1) after `from`, in epoch milliseconds. What comes
 * after the year 287,000 is never.
 */
export function expiryTime(text: string, unit: number, from: number, command: string): number {
	const amount = parseInt64(text) * BigInt(unit);
	const at = amount + BigInt(from);
	if (!fitsInt64(amount) || !fitsInt64(at)) throw invalid(command);
	return Math.min(Number(at), Number.MAX_SAFE_INTEGER);
}

/** The moment that EX, PX, EXAT or PXAT means: none before 1970, nor in no time. */
export function expiryOption(option: string, text: string, now: number, command: string): number {
	const unit = option.startsWith('E') ? 1000 : 1;
	const at = expiryTime(text, unit, option.endsWith('AT') ? 0 : now, command);
	if (text.startsWith('-') || text === '0') throw invalid(command);
	return at;
}
