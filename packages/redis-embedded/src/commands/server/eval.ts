import type { Command } from '../../engine/command.ts';
import { RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'EVAL',
	arity: -3,
	run() {
		throw new RedisError('ERR this Redis is embedded and runs no Lua scripts; use MULTI with WATCH');
	},
};
