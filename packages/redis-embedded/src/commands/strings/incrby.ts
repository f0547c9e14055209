import { int64, NOT_AN_INTEGER } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';
import { increment } from './incr.ts';

export const command: Command = {
	name: 'INCRBY',
	arity: 3,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const by = int64(args[2]!);
		if (by === undefined) throw new RedisError(NOT_AN_INTEGER);
		return increment(client, args[1]!, by);
	},
};
