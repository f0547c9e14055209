import type { Command } from '../../engine/command.ts';
import { parseJson } from '../../json/document.ts';
import { OK, RedisError } from '../../protocol/reply.ts';
import { command as set } from './set.ts';

export const command: Command = {
	name: 'JSON.MSET',
	arity: -4,
	write: true,
	keys: [1, -1, 3],
	run(args, client) {
		if (args.length % 3 !== 1) throw new RedisError("ERR wrong number of arguments for 'json.mset' command");
		for (let i = 3; i < args.length; i += 3) parseJson(args[i]!);
		for (let i = 1; i < args.length; i += 3)
			set.run(['JSON.SET', args[i]!, args[i + 1]!, args[i + 2]!], client);
		return OK;
	},
};
