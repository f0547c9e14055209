import { parseInteger } from '../../engine/arguments.ts';
import { RedisError } from '../../protocol/reply.ts';

/** When a value expires (epoch milliseconds), or that it keeps the time it has. */
export type ExpiryOption = number | 'keep';

/** The time that EX, PX, EXAT or PXAT means, in epoch milliseconds. */
export function readExpiry(option: string, text: string, now: number, command: string): number {
	const amount = parseInteger(text) * (option.startsWith('E') ? 1000 : 1);
	const at = option.endsWith('AT') ? amount : amount + now;
	if (amount <= 0 || at > Number.MAX_SAFE_INTEGER) {
		throw new RedisError(`ERR invalid expire time in '${command}' command`);
	}
	return at;
}
