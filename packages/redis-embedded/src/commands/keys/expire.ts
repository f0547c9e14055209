import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';

export const command: Command = expiry('EXPIRE', 1000, true);

/** The four commands that set when a key expires; the unit in milliseconds, and whether from now on. */
export function expiry(name: string, unit: number, relative: boolean): Command {
	return {
		name,
		arity: -3,
		write: true,
		keys: [1, 1, 1],
		run(args, client) {
			const amount = parseInteger(args[2]);
			const options = new Set(args.slice(3).map((option) => option.toUpperCase()));
			for (const option of options) {
				if (!['NX', 'XX', 'GT', 'LT'].includes(option))
					throw new RedisError(`ERR Unsupported option ${option}`);
			}
			if (options.has('NX') && options.size > 1) {
				throw new RedisError('ERR NX and XX, GT or LT options at the same time are not compatible');
			}
			if (options.has('GT') && options.has('LT')) {
				throw new RedisError('ERR GT and LT options at the same time are not compatible');
			}
			const at = amount * unit + (relative ? client.db.now : 0);
			if (Math.abs(at) > 2 ** 63) {
				throw new RedisError(`ERR invalid expire time in '${name.toLowerCase()}' command`);
			}
			const entry = client.db.find(args[1]!);
			if (entry === undefined) return integer(0);
			const current = entry.expireAt;
			if (options.has('NX') && current !== 0) return integer(0);
			if (options.has('XX') && current === 0) return integer(0);
			if (options.has('GT') && (current === 0 || at <= current)) return integer(0);
			if (options.has('LT') && current !== 0 && at >= current) return integer(0);
			if (at <= client.db.now) client.db.remove(entry.key);
			else client.db.expire(entry, at);
			return integer(1);
		},
	};
}
