import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'MULTI',
	arity: 1,
	immediate: true,
	run(_args, client) {
		if (client.queue) throw new RedisError('ERR MULTI calls can not be nested');
		client.queue = [];
		return OK;
	},
};
