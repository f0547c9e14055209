import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'WATCH',
	arity: -2,
	immediate: true,
	keys: [1, -1, 1],
	run(args, client) {
		if (client.queue) throw new RedisError('ERR WATCH inside MULTI is not allowed');
		for (const key of args.slice(1)) {
			client.db.find(key);
			client.engine.watch(client, key);
		}
		return OK;
	},
};
