import { fitsInt64, int64, NOT_AN_INTEGER } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HINCRBY',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const by = int64(args[3]!);
		if (by === undefined) throw new RedisError(NOT_AN_INTEGER);
		const value = int64(client.db.read(args[1]!, HashValue)?.fields.get(args[2]!) ?? '0');
		if (value === undefined) throw new RedisError('ERR hash value is not an integer');
		const sum = value + by;
		if (!fitsInt64(sum)) throw new RedisError('ERR increment or decrement would overflow');
		client.db.edit(args[1]!, HashValue).set(args[2]!, sum.toString());
		return integer(sum);
	},
};
