import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'SELECT',
	arity: 2,
	run(args) {
		const index = parseInteger(args[1]);
		if (index !== 0) throw new RedisError('ERR DB index is out of range');
		return OK;
	},
};
