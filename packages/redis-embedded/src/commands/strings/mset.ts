import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'MSET',
	arity: -3,
	write: true,
	keys: [1, -1, 2],
	run(args, client) {
		if (args.length % 2 === 0) throw new RedisError("ERR wrong number of arguments for 'mset' command");
		for (let i = 1; i < args.length; i += 2) client.db.put(args[i]!, new StringValue(args[i + 1]));
		return OK;
	},
};
