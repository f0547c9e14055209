import { parseWithin } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'SELECT',
	arity: 2,
	run(args) {
		const index = parseWithin(args[1], -(2n ** 31n), 2n ** 31n - 1n);
		if (index !== 0) throw new RedisError('ERR DB index is out of range');
		return OK;
	},
};
