import { type Command, freesKey } from '../../engine/command.ts';
import { expiryTime } from '../../engine/expiry-time.ts';
import { integer, RedisError } from '../../protocol/reply.ts';

/** The four commands that set when a key expires; the unit in milliseconds, and whether from now on. */
export const expiry = (name: string, unit: number, relative: boolean): Command => ({
	name,
	arity: -3,
	...freesKey,
	run(args, { db }) {
		const options = readOptions(args.slice(3));
		const at = expiryTime(args[2]!, unit, relative ? db.now : 0, name);
		const entry = db.find(args[1]!);
		if (entry === undefined) return integer(0);
		const current = entry.expireAt || Number.POSITIVE_INFINITY;
		if (options.has('NX') && entry.expireAt !== 0) return integer(0);
		if (options.has('XX') && entry.expireAt === 0) return integer(0);
		if (options.has('GT') && at <= current) return integer(0);
		if (options.has('LT') && at >= current) return integer(0);
		if (at <= db.now) db.remove(entry.key);
		else db.expire(entry, at);
		return integer(1);
	},
});

export const command = expiry('EXPIRE', 1000, true);

function readOptions(words: readonly string[]): Set<string> {
	const options = new Set(words.map((word) => word.toUpperCase()));
	const unknown = words.find((word) => !/^(nx|xx|gt|lt)$/i.test(word));
	if (unknown !== undefined) throw new RedisError(`ERR Unsupported option ${unknown}`);
	if (options.has('NX') && options.size > 1) {
		throw new RedisError('ERR NX and XX, GT or LT options at the same time are not compatible');
	}
	if (options.has('GT') && options.has('LT')) {
		throw new RedisError('ERR GT and LT options at the same time are not compatible');
	}
	return options;
}
