import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'DISCARD',
	arity: 1,
	immediate: true,
	run(_args, client) {
		if (client.queue === undefined) throw new RedisError('ERR DISCARD without MULTI');
		client.endTransaction();
		return OK;
	},
};
